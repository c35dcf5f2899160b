package nl.samenzicht.security.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.PolicyInForce;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.agreement.RulebookReading.Advised;
import nl.samenzicht.security.agreement.RulebookReading.Signed;
import nl.samenzicht.security.agreement.RulebookReading.Version;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.rulebook.Advice;
import nl.samenzicht.security.rulebook.PublishedRulebook;
import nl.samenzicht.security.rulebook.RulebookShelf;
import nl.samenzicht.security.rulebook.Signature;

/** Lets everybody read the rulebook in force, signatories sign it for their agency, and privacy officers advise. */
@ApplicationScoped
@Transactional
public class RulebookService {
    /** The shortest advice that says anything, in characters. */
    public static final int SHORTEST_ADVICE = 20;

    /** The longest advice that is kept, in characters. */
    public static final int LONGEST_ADVICE = 4000;

    private final AccessGate gate;
    private final PolicyInForce policy;
    private final RulebookShelf shelf;
    private final Directory directory;
    private final Notices notices;
    private final CurrentProfessional current;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected RulebookService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public RulebookService(
            AccessGate gate,
            PolicyInForce policy,
            RulebookShelf shelf,
            Directory directory,
            Notices notices,
            CurrentProfessional current,
            Clock clock) {
        this.gate = gate;
        this.policy = policy;
        this.shelf = shelf;
        this.directory = directory;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
    }

    /** The rulebook in force, with who signed it; every professional may read it. */
    public RulebookReading open() {
        var who = current.current();
        var grant = admit(who, Action.VIEW_RULEBOOK, null);
        var inForce = policy.version();
        var newest = newest();
        return new RulebookReading(
                new RulesInWords(policy.engine(), clock.instant()),
                version(inForce, who.agency()),
                newest.reference().equals(inForce.reference())
                        ? Optional.empty()
                        : Optional.of(version(newest, who.agency())),
                who.agencyType(),
                who.function(),
                would(who, Action.SIGN_RULEBOOK),
                would(who, Action.ADVISE_RULEBOOK),
                grant.entry().code());
    }

    /**
     * Signs a version for one's agency.
     *
     * @param reference the version that was on the screen
     * @throws CannotBeDone when a newer one has come meanwhile, or somebody of the agency signed it before
     */
    public void sign(String reference) {
        var who = current.current();
        var version = newest();
        var grant = admit(
                who,
                Action.SIGN_RULEBOOK,
                version.reference() + " sha256=" + version.fingerprint().replace(" ", ""));
        if (!version.reference().equals(reference)) {
            throw new CannotBeDone("rulebook.error.newer");
        }
        if (shelf.signatures(reference).stream()
                .anyMatch(signature -> signature.agency().equals(who.agency()))) {
            throw new CannotBeDone("rulebook.error.signed");
        }
        shelf.sign(
                version,
                new Signature(
                        who.agency(),
                        who.professional(),
                        clock.instant(),
                        grant.entry().code()));
        notices.tell(
                who.agency(),
                Function.PRIVACY_OFFICER,
                "rulebook.signed",
                who.agency().value());
        policy.lookAgain();
    }

    /**
     * Keeps advice on the newest version, for everybody to read; it decides nothing.
     *
     * @throws CannotBeDone when it is too short to say anything
     */
    public void advise(String typed) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < SHORTEST_ADVICE || words.length() > LONGEST_ADVICE) {
            throw new CannotBeDone("rulebook.error.advice-length", SHORTEST_ADVICE, LONGEST_ADVICE);
        }
        var who = current.current();
        var version = newest();
        var grant = admit(who, Action.ADVISE_RULEBOOK, version.reference() + ": " + words);
        shelf.advise(
                version,
                new Advice(
                        who.agency(),
                        who.professional(),
                        clock.instant(),
                        words,
                        grant.entry().code()));
        notices.tell(
                who.agency(),
                Function.SIGNATORY,
                "rulebook.advised",
                who.agency().value());
    }

    private PublishedRulebook newest() {
        var all = shelf.all();
        return all.get(all.size() - 1);
    }

    private Version version(PublishedRulebook rulebook, AgencyId mine) {
        var signatures = shelf.signatures(rulebook.reference());
        var signed = signatures.stream()
                .map(signature -> new Signed(
                        directory.agency(signature.agency()),
                        nameOf(signature.by()),
                        signature.at(),
                        signature.entry()))
                .toList();
        var unsigned = directory.activeAgencies().stream()
                .filter(agency -> agency.type() != AgencyType.PLATFORM)
                .filter(agency ->
                        signatures.stream().noneMatch(any -> any.agency().equals(agency.id())))
                .toList();
        return new Version(
                rulebook,
                signed,
                unsigned,
                advice(rulebook),
                signatures.stream().anyMatch(any -> any.agency().equals(mine)));
    }

    private List<Advised> advice(PublishedRulebook rulebook) {
        return shelf.advice(rulebook.reference()).stream()
                .map(advice -> new Advised(
                        directory.agency(advice.agency()), nameOf(advice.by()), advice.at(), advice.words()))
                .toList();
    }

    private String nameOf(ProfessionalId id) {
        return directory
                .knownProfessional(id)
                .map(ProfessionalCard::displayName)
                .orElse("–");
    }

    private AccessGrant admit(ActingProfessional who, Action action, String why) {
        var request = request(who, action);
        return gate.admit(why == null ? request : request.because(why));
    }

    private boolean would(ActingProfessional who, Action action) {
        return gate.wouldAdmit(request(who, action));
    }

    private AccessRequest request(ActingProfessional who, Action action) {
        return AccessRequest.of(
                who, action, new ResourceRef.OfAgency(DataCategory.RULEBOOK), Purpose.ADMINISTRATION, clock.instant());
    }
}
