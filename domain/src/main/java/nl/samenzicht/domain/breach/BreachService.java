package nl.samenzicht.domain.breach;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.breach.BreachPage.ActView;
import nl.samenzicht.domain.breach.BreachPage.CountView;
import nl.samenzicht.domain.breach.BreachPage.ToldView;
import nl.samenzicht.domain.breach.BreachPage.VersionView;
import nl.samenzicht.domain.breach.Breaches.File;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * The register of breaches of an agency. Each act is decided for the purpose of oversight and stands in the log; looking does
 * too. The data protection officer sees all of it, and handles nothing.
 */
@ApplicationScoped
@Transactional
public class BreachService {
    /** The shortest words that say what, how or why, in characters. */
    public static final int SHORTEST_WORDS = 10;

    /** The longest ones. */
    public static final int LONGEST_WORDS = 4_000;

    /** How many lines of the log can be named one by one. */
    public static final int MOST_LINES = 200;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Breaches breaches;
    private final AffectedLines lines;
    private final LogNames logNames;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected BreachService() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public BreachService(
            AccessGate gate,
            CurrentProfessional current,
            Breaches breaches,
            AffectedLines lines,
            LogNames logNames,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.breaches = breaches;
        this.lines = lines;
        this.logNames = logNames;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    // seeing

    /** The register of one's own agency. */
    public BreachList list() {
        var grant = look("breaches");
        var names = logNames.of(grant);
        var all = breaches.of(grant.who().agency()).stream()
                .map(file -> card(file, names))
                .toList();
        return new BreachList(
                all.stream()
                        .filter(card -> !card.course().closed())
                        .sorted(comparing(card -> card.course().due()))
                        .toList(),
                all.stream().filter(card -> card.course().closed()).toList(),
                mayHandle(),
                grant.entry().code());
    }

    /** One breach of one's own agency. */
    public BreachPage breach(String number) {
        var grant = look("breach=" + number);
        var names = logNames.of(grant);
        var agency = grant.who().agency();
        var file = find(agency, number);
        var told = breaches.toldOf(file.breach());
        boolean mayHandle = mayHandle();
        return new BreachPage(
                card(file, names),
                file.versions().stream().map(row -> view(row, agency, names)).toList(),
                acts(file, names),
                mayHandle ? file.course().next() : Set.of(),
                file.counts().stream().map(row -> view(row, names)).toList(),
                told.stream()
                        .map(other -> new ToldView(names.agency(other.agency()), other.recordedAt()))
                        .toList(),
                mayHandle ? canBeTold(file, told) : List.of(),
                directory.professionalsOf(agency),
                mayHandle,
                grant.entry().code());
    }

    private BreachCard card(File file, LogNames.Names names) {
        return new BreachCard(
                file.breach().number(),
                file.breach().regime(),
                file.latest().account(sealer).natures(),
                file.breach().toldBy().flatMap(names::agency),
                file.course());
    }

    private VersionView view(BreachVersion row, AgencyId own, LogNames.Names names) {
        var by = row.writtenFor().equals(own)
                ? names.person(row.writtenBy())
                : names.agency(row.writtenFor()).map(AgencyCard::name);
        return new VersionView(row.serial(), row.account(sealer), by, row.writtenAt());
    }

    private List<ActView> acts(File file, LogNames.Names names) {
        return file.acts().stream()
                .map(act -> new ActView(act.doing(sealer), names.person(act.doneBy()), act.doneAt()))
                .toList();
    }

    private CountView view(BreachCount row, LogNames.Names names) {
        var asked = row.asked(sealer);
        var found = row.found(sealer);
        return new CountView(
                asked,
                asked.professional().flatMap(names::person),
                found,
                found.others().stream()
                        .map(names::agency)
                        .flatMap(Optional::stream)
                        .sorted(comparing(AgencyCard::name))
                        .toList(),
                names.person(row.countedBy()),
                row.countedAt());
    }

    private List<AgencyCard> canBeTold(File file, List<Breach> told) {
        var knowing = Stream.concat(
                        Stream.of(file.breach().agency()),
                        Stream.concat(
                                file.breach().toldBy().stream(), told.stream().map(Breach::agency)))
                .collect(toSet());
        return directory.activeAgencies().stream()
                .filter(agency -> !knowing.contains(agency.id()))
                .sorted(comparing(AgencyCard::name))
                .toList();
    }

    private File find(AgencyId agency, String number) {
        return breaches.find(agency, number).orElseThrow(() -> new NotPossible("breach.error.gone"));
    }

    // recording

    /**
     * Records a breach of one's own agency.
     *
     * @param awareAt when the agency became aware of it; it cannot be changed later
     * @return its number
     * @throws NotPossible when something does not fit
     */
    public String record(Instant awareAt, Account account) {
        var said = checked(account);
        var grant = handle("record: " + said.what(), List.of());
        if (awareAt.isAfter(grant.at())
                || said.from().isAfter(awareAt)
                || said.until().filter(grant.at()::isBefore).isPresent()) {
            throw new NotPossible("breach.error.moments");
        }
        var breach = new Breach(grant.who(), breaches.nextNumber(), awareAt, grant.at());
        breaches.add(breach);
        breaches.add(new BreachVersion(breach.id(), 1, said, grant.who(), grant.at(), sealer));
        notices.tell(grant.who().agency(), Function.DATA_PROTECTION_OFFICER, "breach.recorded", breach.id());
        return breach.number();
    }

    /**
     * Writes down what is known now, as a new version.
     *
     * @param seen which state the one who writes looked at
     * @throws NotPossible when somebody else was first, it is closed, or something does not fit
     */
    public EntryCode rewrite(String number, int seen, Account account) {
        var said = checked(account);
        var opened = open(number, seen, "version: " + said.what());
        var file = opened.file();
        var grant = opened.grant();
        if (said.from().isAfter(grant.at())
                || said.until().filter(grant.at()::isBefore).isPresent()) {
            throw new NotPossible("breach.error.moments");
        }
        once(() -> breaches.add(new BreachVersion(
                file.breach().id(), file.versions().size() + 1, said, grant.who(), grant.at(), sealer)));
        return grant.entry().code();
    }

    private record Opened(File file, AccessGrant grant) {}

    /** Admits an act on a file that can still be changed, when it is as it was seen. */
    private Opened open(String number, int seen, String why) {
        var found = breaches.find(current.current().agency(), number);
        var grant = handle(
                "%s: %s".formatted(number, why),
                found.map(file -> file.breach().id()).stream().toList());
        return new Opened(changeable(found, seen), grant);
    }

    private static File changeable(Optional<File> found, int seen) {
        var file = found.orElseThrow(() -> new NotPossible("breach.error.gone"));
        if (seen != file.changes()) {
            throw new NotPossible("breach.error.changed");
        }
        if (file.course().closed()) {
            throw new NotPossible("breach.error.closed");
        }
        return file;
    }

    private static void once(Runnable adding) {
        try {
            adding.run();
        } catch (PersistenceException somebodyElse) {
            throw new NotPossible("breach.error.changed");
        }
    }

    private static Account checked(Account account) {
        if (account.natures().isEmpty()) {
            throw new NotPossible("breach.error.no-nature");
        }
        if (!account.categories().stream().allMatch(DataCategory::isContent)) {
            throw new NotPossible("breach.error.categories");
        }
        if (account.until().filter(account.from()::isAfter).isPresent()) {
            throw new NotPossible("breach.error.moments");
        }
        return new Account(
                account.natures(),
                account.from(),
                account.until(),
                account.categories(),
                account.persons(),
                account.records(),
                words(account.what(), SHORTEST_WORDS),
                words(account.consequences(), 0),
                words(account.measures(), 0),
                words(account.contact(), 0));
    }

    // handling

    /**
     * Does the next thing about a breach.
     *
     * @param seen which state the one who asks looked at
     * @return the line in the log
     * @throws NotPossible when somebody else was first, it cannot follow, or something that the law asks for is missing
     */
    public EntryCode act(String number, int seen, BreachDoing doing) {
        var said = doing.saying(
                words(doing.words(), SHORTEST_WORDS),
                doing.delay().filter(not(String::isBlank)).map(why -> words(why, SHORTEST_WORDS)));
        var opened = open(number, seen, inWords(said));
        var file = opened.file();
        var grant = opened.grant();
        if (said.at().isAfter(grant.at())) {
            throw new NotPossible("breach.error.future");
        }
        file.course().objection(said).ifPresent(key -> {
            throw new NotPossible(key);
        });
        if (said.complete() && !file.latest().account(sealer).isComplete()) {
            throw new NotPossible("breach.error.incomplete");
        }
        once(() -> breaches.add(new BreachAct(
                file.breach().id(), file.acts().size() + 1, said, grant.who().professional(), grant.at(), sealer)));
        return grant.entry().code();
    }

    private static String inWords(BreachDoing doing) {
        return Stream.of(
                        Optional.of(doing.step()),
                        doing.risk(),
                        doing.ground(),
                        Optional.of("complete").filter(any -> doing.complete()),
                        doing.delay(),
                        Optional.of(doing.words()))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(joining(": "));
    }

    // whom it touches

    /**
     * Counts from the log whom the breach touches, and keeps the outcome with it.
     *
     * @param seen which state the one who asks looked at
     * @throws NotPossible when somebody else was first, it is closed, nothing is chosen, or no case with the number concerns
     *     the agency
     */
    public Affected count(String number, int seen, AffectedQuestion asked) {
        if (asked.isEmpty()) {
            throw new NotPossible("breach.error.no-limit");
        }
        if (asked.lines().size() > MOST_LINES) {
            throw new NotPossible("breach.error.many-lines", MOST_LINES);
        }
        var opened = open(number, seen, "count");
        var file = opened.file();
        var grant = opened.grant();
        var found = lines.count(look("breach=" + number + "; count"), asked);
        once(() -> breaches.add(new BreachCount(
                file.breach().id(),
                file.counts().size() + 1,
                asked,
                found,
                grant.who().professional(),
                grant.at(),
                sealer)));
        return found;
    }

    // telling others

    /**
     * Tells another agency of a breach that touches it (AVG 26). It gets a record of its own, whose clock runs from now; how it
     * goes on there, this agency does not see.
     *
     * @param words what the other needs to know; nothing else is handed over but what, when, and which categories
     * @throws NotPossible when it knows already, it is closed, or the words are too few
     */
    public EntryCode tell(String number, int seen, AgencyId other, String words) {
        var said = words(words, SHORTEST_WORDS);
        var file = changeable(
                breaches.find(look("breach=%s; tell".formatted(number)).who().agency(), number), seen);
        var agency = canBeTold(file, breaches.toldOf(file.breach())).stream()
                .filter(card -> card.id().equals(other))
                .findFirst()
                .orElseThrow(() -> new NotPossible("breach.error.told"));
        var grant = gate.admit(handling("%s: tell: %s".formatted(number, said))
                .with(Counterpart.of(other, Optional.empty()))
                .about(List.of(file.breach().id())));
        var known = file.latest().account(sealer);
        var theirs = new Breach(
                file.breach(), other, Regime.of(agency.type()), breaches.nextNumber(), grant.who(), grant.at());
        once(() -> {
            breaches.add(theirs);
            breaches.add(new BreachVersion(theirs.id(), 1, told(known, said), grant.who(), grant.at(), sealer));
        });
        for (var function : List.of(Function.PRIVACY_OFFICER, Function.DATA_PROTECTION_OFFICER)) {
            notices.tell(other, function, "breach.told", theirs.id());
        }
        return grant.entry().code();
    }

    private static Account told(Account known, String words) {
        return new Account(
                known.natures(),
                known.from(),
                known.until(),
                known.categories(),
                Optional.empty(),
                Optional.empty(),
                words,
                "",
                "",
                "");
    }

    // the notification

    /** The notification of a breach to the authority, as things stand, to take out. */
    public BreachDocument document(String number) {
        var grant = gate.admit(ofAgency(Action.EXPORT_LOG).because("breach=" + number));
        var names = logNames.of(grant);
        var file = find(grant.who().agency(), number);
        var agency = grant.who().agency();
        return new BreachDocument(
                card(file, names),
                names.agency(agency).map(AgencyCard::name).orElseThrow(),
                directory.holders(agency, Function.DATA_PROTECTION_OFFICER).stream()
                        .map(ProfessionalCard::displayName)
                        .sorted()
                        .toList(),
                file.latest().account(sealer),
                file.latest().serial(),
                acts(file, names),
                file.counts().stream().reduce((before, after) -> after).map(row -> row.found(sealer)),
                grant.at());
    }

    // the gate

    private boolean mayHandle() {
        return gate.wouldAdmit(ofAgency(Action.HANDLE_BREACH));
    }

    private AccessGrant handle(String why, List<UUID> rows) {
        return gate.admit(handling(why).about(rows));
    }

    private AccessRequest handling(String why) {
        return ofAgency(Action.HANDLE_BREACH).because(why);
    }

    private AccessGrant look(String what) {
        return gate.admit(ofAgency(Action.VIEW_LOG).because(what));
    }

    private AccessRequest ofAgency(Action action) {
        return AccessRequest.ofLog(current.current(), action, Purpose.OVERSIGHT, clock.instant());
    }

    private static String words(String typed, int shortest) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < shortest || words.length() > LONGEST_WORDS) {
            throw new NotPossible("breach.error.words", SHORTEST_WORDS, LONGEST_WORDS);
        }
        return words;
    }
}
