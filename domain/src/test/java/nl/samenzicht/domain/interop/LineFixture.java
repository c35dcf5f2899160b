package nl.samenzicht.domain.interop;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.DerivedAgencyKeys;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.PersonSeals;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryId;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;

/** Lines of the log of a care provider, as its officer sees them. */
final class LineFixture {
    static final AgencyCard CARE =
            new AgencyCard(new AgencyId(new UUID(1, 1)), "Stichting De Luwte", AgencyType.CARE_PROVIDER, true);
    static final AgencyCard TOWN =
            new AgencyCard(new AgencyId(new UUID(1, 2)), "Gemeente Waterdam", AgencyType.MUNICIPALITY, true);
    static final ProfessionalId NURSE = new ProfessionalId(new UUID(0x2aaa, 0x2bbb));
    static final ProfessionalId CLERK = new ProfessionalId(new UUID(0x2ccc, 0x2ddd));
    static final SessionId SESSION = new SessionId(new UUID(0x3aaa, 0x3bbb));
    static final String NURSES_NAME = "Amina \"Mina\" Osman";
    static final UUID PERSON = new UUID(0x4aaa, 0x4bbb);
    static final UUID CASE = new UUID(0x5aaa, 0x5bbb);
    static final UUID CONSENT = new UUID(0x6aaa, 0x6bbb);
    static final String ADDRESS = "192.0.2.17";
    static final Instant AT = Instant.parse("2026-11-23T10:00:00.123456Z");
    static final PersonSeals SEALS = new PersonSeals(new DerivedAgencyKeys(KeyFolder.inMemory()));
    static final KeyHolder HOLDER = new KeyHolder(CARE.id(), Regime.AVG);

    private LineFixture() {}

    static ExportOrigin origin() {
        return new ExportOrigin("samenzicht.test/ledger", CARE.id(), SEALS.fresh(HOLDER));
    }

    /** A nurse of the agency does something with one health item in a case; the rest is for the test to say. */
    static LinesPart.Line line(Action action, Outcome outcome, Consumer<LedgerEvent.Builder> more) {
        return line(action.name(), outcome, nurse(), more, Optional.of("SZ-001001"), true);
    }

    static LinesPart.Line line(
            String action,
            Outcome outcome,
            Actor actor,
            Consumer<LedgerEvent.Builder> more,
            Optional<String> caseNumber,
            boolean own) {
        var building = LedgerEvent.of(AT, action, actor)
                .outcome(outcome)
                .lifeCycle(LifeCycle.READ)
                .purpose(Purpose.SUPPORT.name())
                .caseId(CASE)
                .personId(PERSON)
                .category(DataCategory.HEALTH.name())
                .regime(Regime.AVG)
                .rulebook("default-1")
                .rules(outcome == Outcome.RECORDED ? List.of() : List.of("D2-read-shared"));
        if (outcome == Outcome.REFUSED) {
            building.reason(Reason.NOT_SHARED.name(), Reason.NOT_SHARED.name());
        } else {
            building.item(new ItemRef(new UUID(7, 7), 3, TOWN.id()));
        }
        more.accept(building);
        var event = building.build();
        var agencies = List.of(CARE, TOWN);
        var line = new LogLine(
                new LoggedEntry(
                        12,
                        new EntryId(new UUID(0x0192_0000_0000_7000L, 9)),
                        new EntryCode("K7Q2-41"),
                        OptionalLong.of(13),
                        event,
                        own,
                        event.holders().contains(CARE.id()),
                        event.recipients().stream().anyMatch(to -> to.agency().equals(CARE.id()))),
                actor.professional() == null ? Optional.empty() : Optional.of(NURSES_NAME),
                agencies.stream()
                        .filter(card -> card.id().equals(actor.agency()))
                        .findFirst(),
                caseNumber.map(number -> new CaseName(new CaseFileId(CASE), number, "Heldere Beek")),
                Optional.empty(),
                agencies.stream()
                        .filter(card -> event.recipients().stream()
                                .anyMatch(to -> to.agency().equals(card.id())))
                        .toList());
        return new LinesPart.Line(
                line, action.equals(Action.SEARCH.name()) ? Optional.of("NAME: Jansen & \"zoon\"") : Optional.empty());
    }

    static Actor nurse() {
        return new Actor(NURSE, CARE.id(), "CARE_PROVIDER", "CARE_WORKER", SESSION, ADDRESS, null);
    }

    /** Everybody and everything that can stand in a line: people, agencies of which the person is kept back, jobs, strangers. */
    private static List<Actor> actors() {
        return List.of(
                nurse(),
                new Actor(CLERK, TOWN.id(), "MUNICIPALITY", "CARE_COORDINATOR", null, null, null),
                new Actor(null, TOWN.id(), "POLICE", "DETECTIVE", null, null, null),
                Actor.job("SHARE_CLOCK", CARE.id()),
                Actor.job("CLOCKS"),
                Actor.unknown(ADDRESS),
                Actor.account(NURSE, CARE.id(), null));
    }

    private static Stream<String> actions() {
        return Stream.concat(
                Arrays.stream(Action.values()).map(Action::name),
                Stream.of("SIGN_IN", "SIGN_OUT", "END_SESSION", "SET_PASSWORD", "PUBLISH_RULEBOOK"));
    }

    /** Any line that the log can hold. */
    static Arbitrary<LinesPart.Line> lines() {
        var what = Combinators.combine(
                        Arbitraries.of(actions().toList()),
                        Arbitraries.of(Outcome.values()),
                        Arbitraries.of(LifeCycle.values()),
                        Arbitraries.of(actors()))
                .as(What::new);
        var about = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(Optional.of("SZ-001001"), Optional.<String>empty()),
                        Arbitraries.of(DataCategory.values()).optional(0.8),
                        Arbitraries.of(Purpose.values()).optional(0.8),
                        Arbitraries.of(Ground.values()).optional(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false))
                .as(About::new);
        return Combinators.combine(what, about).as(LineFixture::made);
    }

    private record What(String action, Outcome outcome, LifeCycle lifeCycle, Actor actor) {}

    private record About(
            boolean emergency,
            Optional<String> caseNumber,
            Optional<DataCategory> category,
            Optional<Purpose> purpose,
            Optional<Ground> ground,
            boolean consented,
            int recipients,
            boolean own) {}

    private static LinesPart.Line made(What what, About about) {
        return line(
                what.action(),
                what.outcome(),
                what.actor(),
                event -> {
                    event.lifeCycle(what.lifeCycle())
                            .emergency(about.emergency())
                            .category(about.category().map(Enum::name).orElse(null))
                            .purpose(about.purpose().map(Enum::name).orElse(null))
                            .ground(about.ground().map(Enum::name).orElse(null))
                            .consentId(about.consented() ? CONSENT : null)
                            .maskedFields(about.own() ? List.of("bsn", "phone") : List.of());
                    if (about.recipients() > 0) {
                        event.recipient(new Recipient(CARE.id(), CLERK)).shareId(new UUID(8, 8));
                    }
                    if (about.recipients() > 1) {
                        event.recipient(Recipient.of(TOWN.id()));
                    }
                },
                about.caseNumber(),
                about.own());
    }
}
