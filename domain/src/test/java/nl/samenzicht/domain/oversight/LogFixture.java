package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryId;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;

/** A log written by hand, in Amsterdam time; people and cases go by their names. */
final class LogFixture implements Circumstances {
    private static final AgencyId AGENCY = new AgencyId(id("Waterdam"));
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final List<LoggedEntry> lines = new ArrayList<>();
    private final Map<UUID, List<Marked>> marks = new HashMap<>();
    private final Map<UUID, ParticipationState> standing = new HashMap<>();
    private final Map<EntryCode, String> typed = new HashMap<>();
    private final List<Answered> answers = new ArrayList<>();
    private String function = "CARE_COORDINATOR";

    static ProfessionalId person(String name) {
        return new ProfessionalId(id(name));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    LogFixture as(String otherFunction) {
        function = otherFunction;
        return this;
    }

    LogFixture looked(String who, String at, String file) {
        return line(who, at, Action.VIEW_SECTION, Outcome.PERMITTED, file, false);
    }

    /** Opens so many different cases, a minute apart. */
    LogFixture lookedAtMany(String who, String at, int cases) {
        for (int i = 0; i < cases; i++) {
            var moment = LocalDateTime.parse(at).plusMinutes(i);
            looked(who, moment.toString(), "case " + i);
        }
        return this;
    }

    LogFixture refused(String who, String at, String file) {
        return line(who, at, Action.VIEW_CASE, Outcome.REFUSED, file, false);
    }

    LogFixture did(String who, String at, Action action) {
        return line(who, at, action, Outcome.PERMITTED, null, false);
    }

    LogFixture inEmergency(String who, String at, String file) {
        return line(who, at, Action.VIEW_SECTION, Outcome.PERMITTED, file, true);
    }

    LogFixture brokeGlass(String who, String at, String file) {
        return line(who, at, Action.BREAK_GLASS, Outcome.PERMITTED, file, false);
    }

    LogFixture askedTheLog(String who, String at, String words) {
        did(who, at, Action.VIEW_LOG);
        typed.put(last().code(), words);
        return this;
    }

    LogFixture asked(String who, String at, Answer answer) {
        did(who, at, Action.ASK_ELSEWHERE);
        answers.add(new Answered(person(who), last().event().at(), answer));
        return this;
    }

    LogFixture marked(String file, MarkKind kind, String colleague) {
        marks.computeIfAbsent(id(file), any -> new ArrayList<>())
                .add(new Marked(kind, Optional.ofNullable(colleague).map(LogFixture::person)));
        return this;
    }

    LogFixture takesPart(String file, ParticipationState state) {
        standing.put(id(file), state);
        return this;
    }

    private LogFixture line(String who, String at, Action action, Outcome outcome, String file, boolean emergency) {
        var moment = moment(at);
        var actor = new Actor(person(who), AGENCY, "MUNICIPALITY", function, null, null, null);
        var event = LedgerEvent.of(moment, action.name(), actor)
                .outcome(outcome)
                .emergency(emergency)
                .caseId(file == null ? null : id(file))
                .build();
        lines.add(new LoggedEntry(
                lines.size(),
                new EntryId(UUID.randomUUID()),
                code(lines.size()),
                OptionalLong.empty(),
                event,
                true,
                false,
                false));
        return this;
    }

    private static Instant moment(String at) {
        return LocalDateTime.parse(at).atZone(Watch.AMSTERDAM).toInstant();
    }

    private static EntryCode code(int number) {
        var text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.insert(0, ALPHABET.charAt(number & 31));
            number >>>= 5;
        }
        return new EntryCode(text.insert(4, '-').toString());
    }

    LoggedEntry last() {
        return lines.get(lines.size() - 1);
    }

    List<LoggedEntry> lines() {
        return lines.stream()
                .sorted(Comparator.comparing((LoggedEntry line) -> line.event().at()))
                .toList();
    }

    /** What a rule makes of it, told from this day on and read a day after the last line. */
    List<Anomaly> found(AnomalyRule rule, String firstDay) {
        return rule.in(watch(firstDay));
    }

    Watch watch(String firstDay) {
        var lines = lines();
        var until = lines.get(lines.size() - 1).event().at().plus(java.time.Duration.ofDays(1));
        return new Watch(lines, ThresholdSet.standard(), LocalDate.parse(firstDay), until, this);
    }

    @Override
    public List<Marked> marks(UUID caseId) {
        return marks.getOrDefault(caseId, List.of());
    }

    @Override
    public ParticipationState standing(LoggedEntry line) {
        return standing.getOrDefault(line.event().caseId(), ParticipationState.ACTIVE);
    }

    @Override
    public Optional<String> typed(LoggedEntry line) {
        return Optional.ofNullable(typed.get(line.code()));
    }

    @Override
    public List<Answered> answers() {
        return answers;
    }
}
