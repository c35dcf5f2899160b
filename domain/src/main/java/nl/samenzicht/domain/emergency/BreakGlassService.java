package nl.samenzicht.domain.emergency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.clock.WorkingDays;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Opening a case in an emergency, and the review afterwards that cannot be skipped. */
@ApplicationScoped
public class BreakGlassService {

    /** The longest that break-glass can stay open. */
    public static final Duration LONGEST = Duration.ofHours(4);

    /** The shortest reason that is accepted, in characters. */
    public static final int SHORTEST_REASON = 20;

    /** From how many uses at one agency within an hour its officers are alarmed, at each one. */
    public static final int MANY_IN_AN_HOUR = 50;

    private static final int REVIEW_WORKING_DAYS = 5;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final BreakGlasses uses;
    private final CaseFiles caseFiles;
    private final Directory directory;
    private final Notices notices;
    private final Revocations revocations;
    private final Sealer sealer;
    private final Clock clock;

    protected BreakGlassService() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public BreakGlassService(
            AccessGate gate,
            CurrentProfessional current,
            BreakGlasses uses,
            CaseFiles caseFiles,
            Directory directory,
            Notices notices,
            Revocations revocations,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.uses = uses;
        this.caseFiles = caseFiles;
        this.directory = directory;
        this.notices = notices;
        this.revocations = revocations;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Opens a case in an emergency for this professional, for the purpose of acute safety.
     *
     * @return until when it is open
     */
    @Transactional
    public Instant use(CaseFileId caseFile, String reason, Duration length) {
        var words = reason == null ? "" : reason.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("breakglass.error.reason-short", SHORTEST_REASON);
        }
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new NotPossible("breakglass.error.too-long", LONGEST.toHours());
        }
        var who = current.current();
        var at = clock.instant();
        var id = TimeOrderedId.next();
        gate.admit(AccessRequest.of(
                        who, Action.BREAK_GLASS, new ResourceRef.OfCase(caseFile.value()), Purpose.ACUTE_SAFETY, at)
                .because(words)
                .about(List.of(id)));
        var facts = caseFiles.facts(caseFile).orElseThrow(() -> new NotPossible("breakglass.error.no-case"));
        uses.add(new BreakGlass(
                id,
                caseFile,
                who.professional(),
                who.agency(),
                sealer.seal(place(id), words.getBytes(UTF_8)),
                at,
                at.plus(length),
                reviewDue(at)));
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "emergency.used", id);
        if (uses.begunSince(who.agency(), at.minus(Duration.ofHours(1))) >= MANY_IN_AN_HOUR) {
            notices.tell(who.agency(), Function.PRIVACY_OFFICER, "emergency.many", id);
            notices.tell(who.agency(), Function.DATA_PROTECTION_OFFICER, "emergency.many", id);
        }
        if (!facts.lead().equals(who.agency())) {
            notices.tell(facts.lead(), Function.PRIVACY_OFFICER, "emergency.on-our-case", caseFile.value());
        }
        notices.tell(facts.lead(), Function.CARE_COORDINATOR, "emergency.on-our-case", caseFile.value());
        notices.tell(facts.lead(), Function.CASE_DIRECTOR, "emergency.on-our-case", caseFile.value());
        return at.plus(length);
    }

    /** Until when the asker's own use is open on this case; empty when there is none. Shows nothing of the case. */
    @Transactional
    public Optional<Instant> openUntil(CaseFileId caseFile) {
        return uses.openUntil(caseFile, current.current().professional(), clock.instant());
    }

    /** Finds a case by its number, for somebody who stands before an emergency and takes no part in it. */
    @Transactional
    public Optional<CaseFileId> caseByNumber(String number) {
        gate.admit(AccessRequest.of(
                        current.current(),
                        Action.SEARCH,
                        new ResourceRef.OfAgency(DataCategory.CASE_HEADER),
                        Purpose.ACUTE_SAFETY,
                        clock.instant())
                .because(number));
        return caseFiles.byNumber(number);
    }

    /** What waits and what was judged at one's own agency; one look, with one line in the log. */
    @Transactional
    public BreakGlassReviews reviews() {
        var who = current.current();
        var entry = admitLook(who).entry();
        return new BreakGlassReviews(
                waitingFor(who),
                uses.reviewed(who.agency(), BreakGlassReviews.MOST).stream()
                        .map(use -> new BreakGlassReviews.Judged(
                                view(use),
                                use.verdict(),
                                opened(use, use.sealedVerdictNote()),
                                directory.professional(use.reviewedBy()).displayName(),
                                use.reviewedAt()))
                        .toList(),
                gate.wouldAdmit(
                        AccessRequest.ofLog(who, Action.REVIEW_BREAK_GLASS, Purpose.OVERSIGHT, clock.instant())),
                entry.code());
    }

    private AccessGrant admitLook(ActingProfessional who) {
        return gate.admit(AccessRequest.ofLog(who, Action.VIEW_LOG, Purpose.OVERSIGHT, clock.instant()));
    }

    private List<BreakGlassView> waitingFor(ActingProfessional who) {
        return uses.unreviewed(who.agency()).stream()
                .filter(use -> !use.professional().equals(who.professional()))
                .map(this::view)
                .toList();
    }

    private BreakGlassView view(BreakGlass use) {
        return new BreakGlassView(
                use.id(),
                caseFiles.nameOf(use.caseFile()),
                directory.professional(use.professional()),
                opened(use, use.sealedReason()),
                use.from(),
                use.until(),
                use.reviewDue(),
                use.destroyedAt());
    }

    private String opened(BreakGlass use, byte[] sealed) {
        return new String(sealer.open(place(use.id()), sealed), UTF_8);
    }

    /**
     * Judges a use; by somebody else than who used it. When its reason was destroyed with the data of the case it is judged all
     * the same, by what the log says, and the line of the review says so.
     */
    @Transactional
    public void review(UUID id, Verdict verdict, String note, Purpose purpose) {
        var words = note == null ? "" : note.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("breakglass.error.note-short", SHORTEST_REASON);
        }
        var who = current.current();
        var at = clock.instant();
        var found = uses.find(id).filter(row -> row.agency().equals(who.agency()));
        var destroyed = found.flatMap(BreakGlass::destroyedAt)
                .map(" (data destroyed at %s)"::formatted)
                .orElse("");
        gate.admit(AccessRequest.ofLog(who, Action.REVIEW_BREAK_GLASS, purpose, at)
                .because(verdict + destroyed + ": " + words));
        var use = found.orElseThrow(() -> new NotPossible("breakglass.error.gone"));
        if (use.professional().equals(who.professional())) {
            throw new NotPossible("breakglass.error.own-use");
        }
        use.review(who.professional(), verdict, sealer.seal(place(id), words.getBytes(UTF_8)), at);
        if (use.openAt(at) && verdict == Verdict.UNLAWFUL) {
            use.end(at);
            revocations.revoke(new Revocation(
                    use.caseFile(), Optional.of(use.agency()), Optional.of(use.professional()), Optional.empty()));
        }
        uses.changed(use);
    }

    static String place(UUID id) {
        return "break_glass:" + id;
    }

    /** Five working days later, at the end of that day in Amsterdam. */
    static Instant reviewDue(Instant from) {
        var last = WorkingDays.after(from.atZone(AMSTERDAM).toLocalDate(), REVIEW_WORKING_DAYS);
        return last.plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }
}
