package nl.samenzicht.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Links that let somebody choose a password: an invitation, or a reset by two people. A link is shown once to the one
 * who made it; we keep its hash.
 */
@ApplicationScoped
@Transactional
public class Links {
    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final Directory directory;
    private final Accounts accounts;
    private final RowMac macs;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AuditLedger ledger;
    private final Clock clock;

    protected Links() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Links(
            Directory directory,
            Accounts accounts,
            RowMac macs,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            AuditLedger ledger,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.macs = macs;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A reset that waits for a second person. */
    public record WaitingReset(UUID id, ProfessionalId professional, ProfessionalId madeBy, Instant madeAt) {}

    /** What the person with the link must do. */
    public record Offer(ProfessionalId professional, boolean needsCode) {}

    /**
     * Makes an invitation and returns its token; earlier ones of the same person stop working.
     *
     * @throws IllegalStateException when the person chose a password before: who could invite again could then enter
     */
    public String invite(ProfessionalId professional, ProfessionalId by) {
        return invited(professional, by);
    }

    /**
     * Makes an invitation that nobody inside made, for the first people of an installation; see {@link #invite}.
     *
     * @throws IllegalStateException when the person chose a password before
     */
    String inviteFirst(ProfessionalId professional) {
        return invited(professional, null);
    }

    private String invited(ProfessionalId professional, @Nullable ProfessionalId by) {
        if (hasPassword(professional)) {
            throw new IllegalStateException("professional " + professional + " has a password; that takes two people");
        }
        withdrawAll(professional);
        String token = Tokens.forLink();
        entities.persist(SingleUseLink.invitation(professional, Tokens.hash(token), by, clock.instant())
                .sign(macs));
        return token;
    }

    /** Returns whether somebody chose a password, and so has accepted their invitation. */
    public boolean hasPassword(ProfessionalId professional) {
        return accounts.hasPassword(professional);
    }

    /** Makes every open link of somebody stop working, such as when their work ends. */
    public void stopAll(ProfessionalId professional) {
        withdrawAll(professional);
    }

    /** Begins a reset and returns its token, which works after a second person has agreed, and with their code. */
    public String beginReset(ProfessionalId professional, ProfessionalId by) {
        withdrawAll(professional);
        String token = Tokens.forLink();
        entities.persist(SingleUseLink.reset(professional, Tokens.hash(token), by, clock.instant())
                .sign(macs));
        return token;
    }

    /** Agrees to a reset and returns the code that the person needs beside the link. */
    public String approveReset(UUID link, ProfessionalId by) {
        var found = find(link).orElseThrow(() -> new NoSuchElementException("link " + link + " does not exist"));
        String code = Tokens.readable();
        found.approve(by, Tokens.hashOfReadable(code), clock.instant());
        found.sign(macs);
        return code;
    }

    /** Returns a reset that waits for a second person. */
    public Optional<WaitingReset> waiting(UUID link) {
        return find(link)
                .filter(found -> found.waitsForApproval(clock.instant()))
                .map(found -> new WaitingReset(found.id(), found.professional(), found.madeBy(), found.madeAt()));
    }

    /** Returns the resets of these people that wait for a second person. */
    public List<WaitingReset> waiting(List<ProfessionalId> professionals) {
        if (professionals.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return entities.createQuery("select l from SingleUseLink l where l.professional in :all", SingleUseLink.class)
                .setParameter("all", professionals)
                .getResultStream()
                .filter(link -> link.sound(macs) && link.waitsForApproval(now))
                .map(link -> new WaitingReset(link.id(), link.professional(), link.madeBy(), link.madeAt()))
                .toList();
    }

    /** Returns what a link is for, or nothing when there is none that still works. */
    public Optional<Offer> look(String token) {
        return withToken(token)
                .filter(link -> link.openAt(clock.instant()))
                .map(link -> new Offer(link.professional(), link.needsCode()));
    }

    /**
     * Sets the password of the person whom the link is for; the link is used up and every open session ends. A reset
     * removes the second factor as well, so that who lost both can go on.
     *
     * @return whether the link and the code were right
     * @throws WeakPassword when the password is not accepted; the link still works
     */
    public boolean choosePassword(String token, Optional<String> code, char[] password, Visitor visitor) {
        Instant now = clock.instant();
        var known = withToken(token).filter(found -> found.openAt(now));
        if (known.isEmpty() || !throttle.waitFor(guesses(known.get()), visitor).isZero()) {
            return false;
        }
        var link = known.filter(found -> found.fits(code.map(Tokens::hashOfReadable), now));
        if (link.isEmpty()) {
            throttle.failed(guesses(known.get()), visitor);
            return false;
        }
        var professional = link.get().professional();
        passwords.weakness(password, directory.userNameOf(professional)).ifPresent(why -> {
            throw new WeakPassword(why);
        });
        var account = accounts.setPassword(professional, passwords.hash(password), now);
        if (link.get().kind() == SingleUseLink.Kind.RESET) {
            account.forgetSecondFactor();
            accounts.changed(account);
        }
        link.get().use(now);
        link.get().sign(macs);
        sessions.endAllOf(professional);
        ledger.append(LedgerEvent.of(
                        ledger.now(),
                        "SET_PASSWORD",
                        Actor.account(
                                professional,
                                directory.professional(professional).agency(),
                                visitor.address()))
                .build());
        return true;
    }

    /** Guesses at the code of one link are counted apart from those at a password. */
    private static String guesses(SingleUseLink link) {
        return link.id() + "@link";
    }

    private Optional<SingleUseLink> withToken(String token) {
        return entities.createQuery("select l from SingleUseLink l where l.tokenHash = :hash", SingleUseLink.class)
                .setParameter("hash", Tokens.hash(token))
                .getResultStream()
                .filter(link -> link.sound(macs))
                .findFirst();
    }

    private Optional<SingleUseLink> find(UUID id) {
        return Optional.ofNullable(entities.find(SingleUseLink.class, id)).filter(link -> link.sound(macs));
    }

    private void withdrawAll(ProfessionalId professional) {
        withdraw(entities.createQuery("select l from SingleUseLink l where l.professional = :id", SingleUseLink.class)
                .setParameter("id", professional)
                .getResultStream());
    }

    /** Makes every open link of everybody stop working, such as those that a backup brought back. */
    public void withdrawAll() {
        withdraw(entities.createQuery("select l from SingleUseLink l where l.usedAt is null", SingleUseLink.class)
                .getResultStream());
    }

    private void withdraw(Stream<SingleUseLink> found) {
        found.filter(link -> link.sound(macs)).forEach(link -> {
            link.withdraw(clock.instant());
            link.sign(macs);
        });
    }
}
