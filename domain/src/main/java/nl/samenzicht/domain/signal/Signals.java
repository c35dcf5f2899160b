package nl.samenzicht.domain.signal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.signal.SignalStep.Step;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.ItemIdentity;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.SealedContent;
import nl.samenzicht.security.keys.Vault;
import nl.samenzicht.security.keys.WrappedKey;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/** All signals with their steps and drafts. A row whose MAC does not fit counts as absent. */
@ApplicationScoped
public class Signals {

    /** The version of a draft, which has none: the log names it and expects no item. */
    static final int DRAFT_VERSION = 0;

    private static final int MOST = 500;

    private final EntityManager store;
    private final CaseFiles dossiers;
    private final Items items;
    private final Vault vault;
    private final RowMac macs;
    private final RunningTransaction transaction;

    protected Signals() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Signals(
            @Casework EntityManager store,
            CaseFiles dossiers,
            Items items,
            Vault vault,
            RowMac macs,
            RunningTransaction transaction) {
        this.store = store;
        this.dossiers = dossiers;
        this.items = items;
        this.vault = vault;
        this.macs = macs;
        this.transaction = transaction;
    }

    Optional<Signal> find(SignalId id) {
        return Optional.ofNullable(store.find(Signal.class, id)).filter(row -> row.sound(macs));
    }

    /** The same, held until the transaction ends, so that of two who decide at once the second sees the first. */
    Optional<Signal> held(SignalId id) {
        return Optional.ofNullable(store.find(Signal.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.sound(macs));
    }

    Signal begin(SignalId id, ActingProfessional who, Instant at) {
        dossiers.beginDossier(id.dossier());
        var signal = new Signal(id, nextNumber(), who.agency(), who.professional(), at);
        store.persist(signal.sign(macs));
        store.flush();
        return signal;
    }

    private String nextNumber() {
        var next =
                store.createNativeQuery("select next value for signal_number").getSingleResult();
        return "S-" + next;
    }

    void changed(Signal signal) {
        signal.sign(macs);
    }

    void note(Signal signal, Step step, ActingProfessional who, Optional<AgencyId> to, Instant at) {
        store.persist(new SignalStep(signal.id(), step, who.agency(), who.professional(), to, at).sign(macs));
    }

    /** Adds an item of the grant's holder, which {@code to} can open too. */
    void add(
            Signal signal,
            ItemId item,
            DataCategory category,
            ItemKind kind,
            ItemContent content,
            Optional<AgencyId> to,
            AccessGrant grant) {
        var who = grant.who();
        var owner = new KeyHolder(who.agency(), Regime.of(who.agencyType()));
        var holders = new HashSet<>(Set.of(owner));
        to.filter(other -> !other.equals(who.agency()))
                .map(KeyHolder::recipient)
                .ifPresent(holders::add);
        items.add(
                item,
                signal.id().dossier(),
                category,
                kind,
                owner,
                Optional.empty(),
                content,
                holders,
                who.professional(),
                grant.at());
    }

    /** What was done, oldest first. */
    List<SignalStep> steps(SignalId id) {
        return store
                .createQuery(
                        "select s from SignalStep s where s.signal = :signal order by s.at, s.id", SignalStep.class)
                .setParameter("signal", id)
                .getResultList()
                .stream()
                .filter(step -> step.sound(macs))
                .toList();
    }

    /** The agencies that have ever had to decide on it. */
    Set<AgencyId> everHeldBy(SignalId id) {
        return steps(id).stream()
                .map(SignalStep::toAgency)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet());
    }

    /** The signals that an agency decides on, in some states, those that wait longest first. */
    List<Signal> heldBy(AccessGrant list, Set<SignalState> states) {
        list.usedFor(Action.LIST_SIGNALS, transaction.key());
        return listed("s.holder = :agency and s.state in :states order by s.urgent desc, s.sentAt", states, list);
    }

    /** The signals that the holder of the grant wrote, newest first. */
    List<Signal> writtenBy(AccessGrant list) {
        list.usedFor(Action.LIST_SIGNALS, transaction.key());
        return listed(
                        "s.fromAgency = :agency and s.state in :states order by s.begunAt desc",
                        EnumSet.allOf(SignalState.class),
                        list)
                .stream()
                .filter(signal -> signal.isFrom(list.who().agency(), list.who().professional()))
                .toList();
    }

    /**
     * A signal that somebody concluded to be of a presumed victim; without content.
     *
     * @param form of exploitation, as the assessment says it
     * @param municipality the code of where it was seen
     * @param open whether it still has to be decided on
     */
    public record Positive(
            SignalId id,
            String number,
            AgencyId holder,
            boolean open,
            Optional<CaseFileId> caseFile,
            Optional<String> form,
            Optional<String> municipality) {
        private static Positive of(Signal signal) {
            return new Positive(
                    signal.id(),
                    signal.number(),
                    signal.holder().orElseThrow(),
                    signal.state().waits(),
                    signal.caseFile(),
                    signal.form(),
                    signal.municipality());
        }
    }

    /** Those that an agency decides on, the first that arrived first. */
    public List<Positive> positive(AccessGrant list) {
        return heldBy(list, EnumSet.complementOf(EnumSet.of(SignalState.DRAFT))).stream()
                .filter(signal ->
                        signal.conclusion().map(Conclusion::isPositive).orElse(false))
                .map(Positive::of)
                .toList();
    }

    /** Those of all agencies, to be counted. */
    public void eachPositive(AccessGrant count, Consumer<Positive> act) {
        count.usedFor(Action.COUNT, transaction.key());
        Rows.each(
                store,
                Signal.class,
                "r.conclusion = :positive",
                Map.of("positive", Conclusion.PRESUMED_VICTIM),
                new SignalId(new UUID(0, 0)),
                Signal::id,
                signal -> {
                    if (signal.sound(macs)) {
                        act.accept(Positive.of(signal));
                    }
                });
    }

    private List<Signal> listed(String where, Set<SignalState> states, AccessGrant list) {
        return store
                .createQuery("select s from Signal s where " + where, Signal.class)
                .setParameter("agency", list.who().agency())
                .setParameter("states", states)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .filter(signal -> signal.sound(macs))
                .toList();
    }

    /** The number of an earlier signal of this author with the same words, sent since some instant. */
    Optional<String> sameWords(ActingProfessional author, byte[] fingerprint, Instant since) {
        var found = store.createNativeQuery(
                        "select number from `signal` where from_agency = ? and from_professional = ? and fingerprint = ? and sent_at >= ? limit 1")
                .setParameter(1, author.agency().value().toString())
                .setParameter(2, author.professional().value().toString())
                .setParameter(3, fingerprint)
                .setParameter(4, InstantConverter.column(since))
                .getResultList();
        return found.stream().map(Objects::toString).findFirst();
    }

    /** What lies in a draft, with how often it was saved. */
    record Draft(ItemContent content, int saves, Instant savedAt) {}

    /** Seals what was typed so far over what was there; {@code seen} is how often it had been saved then. */
    int saveDraft(AccessGrant grant, SignalId id, ItemContent content, int seen) {
        var holder = new KeyHolder(grant.who().agency(), Regime.of(grant.who().agencyType()));
        var sealed = vault.seal(identity(id, grant.who().agency()), content.bytes(), Set.of(holder));
        var wrapped = sealed.keys().get(0).wrapped();
        var query = store.createNativeQuery(
                seen == 0
                        ? "insert into signal_draft (sealed, wrapped, saved_at, saves, signal_id) values (?,?,?,?,?)"
                        : "update signal_draft set sealed = ?, wrapped = ?, saved_at = ?, saves = ?"
                                + " where signal_id = ? and saves = " + seen);
        int rows = query.setParameter(1, sealed.ciphertext())
                .setParameter(2, wrapped)
                .setParameter(3, InstantConverter.column(grant.at()))
                .setParameter(4, seen + 1)
                .setParameter(5, id.value().toString())
                .executeUpdate();
        if (rows == 0) {
            throw new NotPossible("signal.error.draft-changed");
        }
        return seen + 1;
    }

    /** Opens a draft for its author. */
    Draft draft(AccessGrant grant, SignalId id) {
        var rows = store.createNativeQuery(
                        "select sealed, wrapped, saves, saved_at from signal_draft where signal_id = ?")
                .setParameter(1, id.value().toString())
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotPossible("signal.error.already-sent");
        }
        var row = (Object[]) rows.get(0);
        var holder = new KeyHolder(grant.who().agency(), Regime.of(grant.who().agencyType()));
        var sealed = new SealedContent(
                identity(id, grant.who().agency()), (byte[]) row[0], List.of(new WrappedKey(holder, (byte[]) row[1])));
        return new Draft(
                ItemContent.of(vault.open(grant, sealed)),
                ((Number) row[2]).intValue(),
                InstantConverter.instant(row[3]));
    }

    /** Ends a draft that was saved {@code seen} times. */
    void endDraft(SignalId id, int seen) {
        int rows = store.createNativeQuery("delete from signal_draft where signal_id = ? and saves = ?")
                .setParameter(1, id.value().toString())
                .setParameter(2, seen)
                .executeUpdate();
        if (rows == 0) {
            throw new NotPossible("signal.error.draft-changed");
        }
    }

    /** Removes a signal that nobody else ever saw. */
    void discard(Signal signal) {
        delete("signal_draft", "signal_id", signal.id());
        store.remove(signal);
        store.flush();
        delete("dossier", "id", signal.id());
    }

    private void delete(String table, String column, SignalId id) {
        store.createNativeQuery("delete from " + table + " where " + column + " = ?")
                .setParameter(1, id.value().toString())
                .executeUpdate();
    }

    private static ItemIdentity identity(SignalId id, AgencyId owner) {
        return new ItemIdentity(id.value(), DRAFT_VERSION, id.value(), DataCategory.SIGNAL.name(), owner);
    }

    /** The number by which people speak of a signal; empty when no signal has this id. */
    public Optional<String> numberOf(UUID id) {
        return find(new SignalId(id)).map(Signal::number);
    }

    /** The dossier of the signal with this number, as people write it; empty when there is none. */
    public Optional<CaseFileId> dossierOf(String number) {
        return store.createQuery("select s.id from Signal s where s.number = :number", SignalId.class)
                .setParameter("number", number.strip().toUpperCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(SignalId::dossier);
    }

    /** The number of a signal that this agency sent or had to decide on; empty for any other. */
    public Optional<String> numberFor(AgencyId agency, UUID id) {
        return find(new SignalId(id)).filter(signal -> concerns(signal, agency)).map(Signal::number);
    }

    /** The dossier of the signal with this number, when this agency sent it or had to decide on it; a draft is nobody's yet. */
    public Optional<CaseFileId> dossierFor(AgencyId agency, String number) {
        return dossierOf(number)
                .flatMap(dossier -> find(new SignalId(dossier.value())))
                .filter(signal -> signal.state() != SignalState.DRAFT && concerns(signal, agency))
                .map(signal -> signal.id().dossier());
    }

    /** Whether an agency sent a signal, decides on it, or once had to. */
    boolean concerns(Signal signal, AgencyId agency) {
        return signal.fromAgency().equals(agency)
                || signal.isHeldBy(agency)
                || everHeldBy(signal.id()).contains(agency);
    }

    /** What a check of the signals of an agency finds. */
    public interface Findings {
        void sound();

        /** A signal or a step whose row is not as we wrote it. */
        void forged(UUID row, UUID signal);
    }

    /** Checks the rows of every signal that an agency sent or decides on. Shows no content. */
    public void inspect(AgencyId agency, Findings findings) {
        var signals = store.createQuery(
                        "select s from Signal s where s.fromAgency = :agency or s.holder = :agency", Signal.class)
                .setParameter("agency", agency)
                .getResultList();
        for (var signal : signals) {
            report(signal.sound(macs), signal.id().value(), signal.id(), findings);
            store.createQuery("select s from SignalStep s where s.signal = :signal", SignalStep.class)
                    .setParameter("signal", signal.id())
                    .getResultList()
                    .forEach(step -> report(step.sound(macs), step.id(), signal.id(), findings));
        }
    }

    private static void report(boolean sound, UUID row, SignalId signal, Findings findings) {
        if (sound) {
            findings.sound();
        } else {
            findings.forged(row, signal.value());
        }
    }
}
