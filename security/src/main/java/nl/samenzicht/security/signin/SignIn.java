package nl.samenzicht.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.HeldFunction;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;
import org.eclipse.microprofile.config.Config;

/**
 * Signs people in, step by step: password, second factor where there is or must be one, function.
 * A wrong password, an unknown name and an account without password look alike and take as long.
 */
@ApplicationScoped
public class SignIn {
    private static final int RECOVERY_CODES = 10;

    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final Directory directory;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Sealer sealer;
    private final AuditLedger ledger;
    private final Config config;
    private final Clock clock;

    protected SignIn() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    SignIn(
            Directory directory,
            Accounts accounts,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            Sealer sealer,
            AuditLedger ledger,
            Config config,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.sealer = sealer;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    /** Begins with a user name and a password. */
    public SignInStep withPassword(String userName, char[] password, Visitor visitor) {
        var wait = throttle.waitFor(userName, visitor);
        if (!wait.isZero()) {
            return new SignInStep.Refused(wait);
        }
        var person = directory.withUserName(userName);
        var account = person.flatMap(card -> accounts.find(card.id()));
        if (!passwords.matches(password, account.map(Account::passwordHash))) {
            return refused(userName, person.map(ProfessionalCard::id), person.map(ProfessionalCard::agency), visitor);
        }
        var pending = new PendingSignIn(
                person.orElseThrow().id(),
                person.orElseThrow().agency(),
                userName,
                AssuranceLevel.PASSWORD,
                clock.instant());
        if (account.orElseThrow().hasSecondFactor()) {
            return new SignInStep.SecondFactorNeeded(pending);
        }
        throttle.succeeded(userName, visitor);
        if (secondFactorRequired(directory.functionsOf(pending.professional()))) {
            return new SignInStep.EnrolmentNeeded(pending);
        }
        return next(pending, visitor);
    }

    /** Goes on with the six digits of the authenticator app. */
    @Transactional
    public SignInStep withCode(PendingSignIn pending, String code, Visitor visitor) {
        return secondStep(pending, visitor, account -> {
            var step = Totp.stepOf(
                    sealer.open(place(account.professional()), account.totpSealed()), code, clock.instant());
            if (step.isEmpty() || !account.use(step.getAsLong())) {
                return false;
            }
            accounts.changed(account);
            return true;
        });
    }

    /** Goes on with a recovery code, which then is used up. */
    @Transactional
    public SignInStep withRecoveryCode(PendingSignIn pending, String code, Visitor visitor) {
        return secondStep(
                pending,
                visitor,
                account -> entities.createNativeQuery(
                                        "update recovery_code set used_at = utc_timestamp(6) where professional_id = ?1"
                                                + " and code_hash = ?2 and used_at is null")
                                .setParameter(1, account.professional().toString())
                                .setParameter(2, Tokens.hashOfReadable(code))
                                .executeUpdate()
                        == 1);
    }

    private SignInStep secondStep(PendingSignIn pending, Visitor visitor, java.util.function.Predicate<Account> right) {
        var wait = throttle.waitFor(pending.userName(), visitor);
        if (!wait.isZero()) {
            return new SignInStep.Refused(wait);
        }
        var account = accounts.find(pending.professional()).filter(Account::hasSecondFactor);
        if (!pending.stillAt(clock.instant()) || account.isEmpty() || !right.test(account.get())) {
            return refused(
                    pending.userName(), Optional.of(pending.professional()), Optional.of(pending.agency()), visitor);
        }
        throttle.succeeded(pending.userName(), visitor);
        return next(pending.withSecondFactor(clock.instant()), visitor);
    }

    private SignInStep refused(
            String userName, Optional<ProfessionalId> professional, Optional<AgencyId> agency, Visitor visitor) {
        throttle.failed(userName, visitor);
        var actor = professional
                .map(id -> Actor.account(id, agency.orElse(null), visitor.address()))
                .orElseGet(() -> Actor.unknown(visitor.address()));
        ledger.append(LedgerEvent.of(ledger.now(), "SIGN_IN", actor)
                .outcome(Outcome.FAILED)
                .build());
        return new SignInStep.Refused(Duration.ZERO);
    }

    private SignInStep next(PendingSignIn pending, Visitor visitor) {
        List<HeldFunction> functions = directory.functionsOf(pending.professional());
        if (functions.size() == 1) {
            return inFunction(pending, functions.get(0).holding(), visitor);
        }
        return new SignInStep.FunctionNeeded(pending, functions);
    }

    /** Ends with the function to work under. */
    public SignInStep inFunction(PendingSignIn pending, UUID holding, Visitor visitor) {
        var functions = directory.functionsOf(pending.professional());
        boolean held =
                functions.stream().anyMatch(function -> function.holding().equals(holding));
        if (!held || !pending.stillAt(clock.instant())) {
            return new SignInStep.Refused(Duration.ZERO);
        }
        if (pending.assurance() == AssuranceLevel.PASSWORD && hasSecondFactor(pending.professional())) {
            return new SignInStep.SecondFactorNeeded(pending);
        }
        if (pending.assurance() == AssuranceLevel.PASSWORD && secondFactorRequired(functions)) {
            return new SignInStep.EnrolmentNeeded(pending);
        }
        return new SignInStep.SignedIn(sessions.begin(pending.professional(), holding, pending.assurance(), visitor));
    }

    /** Ends this session and begins one under another function of the same person; it lasts no longer than this one would. */
    public SessionId changeFunction(ActingProfessional who, UUID holding, Visitor visitor) {
        boolean held = directory.functionsOf(who.professional()).stream()
                .anyMatch(function -> function.holding().equals(holding));
        if (!held) {
            throw new IllegalArgumentException(
                    "professional " + who.professional() + " does not hold function holding " + holding);
        }
        return sessions.goOn(who, holding, visitor);
    }

    /** Returns whether the functions ask for a second factor here, in production: content, the log, a say over others. */
    private boolean secondFactorRequired(List<HeldFunction> functions) {
        boolean required = AssuranceLevel.secondFactorRequired(
                config.getOptionalValue("samenzicht.mode", String.class).orElse("production"),
                config.getOptionalValue("samenzicht.second-factor.required", Boolean.class));
        return required && functions.stream().map(HeldFunction::function).anyMatch(Function::needsSecondPerson);
    }

    /** Makes a second factor for somebody who must have one before going on. */
    public Enrolment enrolment(PendingSignIn pending) {
        return new Enrolment(Totp.newSecret(), pending.userName());
    }

    /** Makes a second factor for somebody who is signed in. */
    public Enrolment enrolment(ActingProfessional who) {
        return new Enrolment(Totp.newSecret(), directory.userNameOf(who.professional()));
    }

    /** What a confirmed second factor gives: codes to keep on paper, and the next step. */
    public record Enrolled(List<String> recoveryCodes, SignInStep next) {
        public Enrolled {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /** Confirms a second factor halfway signing in; nothing when the code is wrong. */
    @Transactional
    public Optional<Enrolled> confirm(PendingSignIn pending, Enrolment enrolment, String code, Visitor visitor) {
        if (!pending.stillAt(clock.instant())
                || accounts.find(pending.professional())
                        .filter(account -> !account.hasSecondFactor())
                        .isEmpty()) {
            return Optional.empty();
        }
        var actor = Actor.account(pending.professional(), pending.agency(), visitor.address());
        return confirmed(pending.professional(), actor, enrolment, code)
                .map(codes -> new Enrolled(
                        codes,
                        new SignInStep.FunctionNeeded(
                                pending.withSecondFactor(clock.instant()),
                                directory.functionsOf(pending.professional()))));
    }

    /** Confirms a new second factor of somebody who is signed in and gave the password again; nothing when it is wrong. */
    @Transactional
    public Optional<List<String>> confirm(
            ActingProfessional who, char[] password, Enrolment enrolment, String code, Visitor visitor) {
        String userName = directory.userNameOf(who.professional());
        if (!throttle.waitFor(userName, visitor).isZero()) {
            return Optional.empty();
        }
        var account = accounts.find(who.professional());
        if (!passwords.matches(password, account.map(Account::passwordHash))) {
            throttle.failed(userName, visitor);
            return Optional.empty();
        }
        return confirmed(who.professional(), Actor.of(who, visitor.address()), enrolment, code);
    }

    private Optional<List<String>> confirmed(
            ProfessionalId professional, Actor actor, Enrolment enrolment, String code) {
        var step = Totp.stepOf(enrolment.secret(), code, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var account = accounts.find(professional).orElseThrow();
        account.enrol(sealer.seal(place(professional), enrolment.secret()), step.getAsLong(), clock.instant());
        accounts.changed(account);
        ledger.append(LedgerEvent.of(ledger.now(), "SET_SECOND_FACTOR", actor).build());
        return Optional.of(newRecoveryCodes(professional));
    }

    private List<String> newRecoveryCodes(ProfessionalId professional) {
        entities.createNativeQuery("delete from recovery_code where professional_id = ?1")
                .setParameter(1, professional.toString())
                .executeUpdate();
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Tokens.readable();
            entities.createNativeQuery("insert into recovery_code (id, professional_id, code_hash) values (?1, ?2, ?3)")
                    .setParameter(1, TimeOrderedId.next().toString())
                    .setParameter(2, professional.toString())
                    .setParameter(3, Tokens.hashOfReadable(code))
                    .executeUpdate();
            codes.add(code);
        }
        return codes;
    }

    /** Returns whether somebody has a second factor. */
    public boolean hasSecondFactor(ProfessionalId professional) {
        return accounts.find(professional).filter(Account::hasSecondFactor).isPresent();
    }

    private static String place(ProfessionalId professional) {
        return "totp:" + professional;
    }
}
