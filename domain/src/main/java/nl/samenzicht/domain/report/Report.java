package nl.samenzicht.domain.report;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One report of one agency on one person for one task, whatever is said of it later. Its number and the number of its victim
 * stay the same over every message; what it says lies sealed beside it. Carries a MAC, because what the receiver may open
 * rests on it.
 */
@Entity
@Table(name = "report")
public class Report {

    static final String TABLE = "report";

    private static final Set<ReportState> UNSENT = EnumSet.of(ReportState.CONCEPT, ReportState.CHECKED);
    private static final Set<ReportState> REGISTERED = EnumSet.of(ReportState.RECEIVED, ReportState.CORRECTED);

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Column(name = "person_id")
    private PersonId person;

    private UUID victim;

    @Enumerated(EnumType.STRING)
    private ReportTask task;

    private AgencyId sender;

    private AgencyId receiver;

    @Enumerated(EnumType.STRING)
    private ReportBasis basis;

    private String parts;

    @Enumerated(EnumType.STRING)
    @Column(name = "sent_basis")
    private ReportBasis sentBasis;

    @Column(name = "sent_consent")
    private UUID sentConsent;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "checked_version")
    private int checkedVersion;

    @Column(name = "sent_version")
    private int sentVersion;

    private int messages;

    private String reference;

    private Boolean live;

    @Column(name = "composed_by")
    private ProfessionalId composedBy;

    @Column(name = "composed_at")
    private Instant composedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "destroyed_at")
    private Instant destroyedAt;

    private byte[] mac;

    @Version
    private long version;

    protected Report() {}

    Report(
            UUID id,
            CaseFileId caseFile,
            PersonId person,
            UUID victim,
            ReportTask task,
            AgencyId sender,
            AgencyId receiver,
            ReportBasis basis,
            Set<DataCategory> parts,
            ProfessionalId by,
            Instant at) {
        this.id = id;
        this.caseFile = caseFile;
        this.person = person;
        this.victim = victim;
        this.task = task;
        this.sender = sender;
        this.receiver = receiver;
        this.basis = basis;
        this.parts = words(parts);
        this.state = ReportState.CONCEPT;
        this.currentVersion = 1;
        this.live = true;
        this.composedBy = by;
        this.composedAt = at;
        this.changedAt = at;
    }

    /**
     * Takes in what was changed, and gives the version that it becomes.
     *
     * @throws NotPossible when somebody else changed it since version {@code seen}, when it waits for a receipt or was taken
     *     back, and when a report that names a person would become anonymous: what is known there does not become unknown
     */
    int changedFrom(int seen, ReportBasis onBasis, Set<DataCategory> says, Instant at) {
        requireSeen(seen);
        if (!UNSENT.contains(state) && !REGISTERED.contains(state)) {
            throw new NotPossible("report.error.not-now." + state);
        }
        if (sentBasis != null && sentBasis != ReportBasis.ANONYMOUS && onBasis == ReportBasis.ANONYMOUS) {
            throw new NotPossible("report.error.named-already");
        }
        basis = onBasis;
        parts = words(says);
        currentVersion++;
        if (state == ReportState.CHECKED) {
            state = ReportState.CONCEPT;
        }
        changedAt = at;
        return currentVersion;
    }

    /**
     * Speaks of the person under another number from now on: of a report that rests on nothing it must not be one that other
     * reports use.
     *
     * @throws IllegalStateException when something was sent: the receiver knows the person by the number that stands there
     */
    void speakOf(UUID number) {
        if (sentBasis != null) {
            throw new IllegalStateException("Report %s keeps its victim: it was sent before".formatted(id));
        }
        victim = number;
    }

    /** Says that what stands there now was looked over. */
    void check(int seen, Instant at) {
        requireSeen(seen);
        if (!UNSENT.contains(state) && !(REGISTERED.contains(state) && currentVersion > sentVersion)) {
            throw new NotPossible("report.error.not-now." + state);
        }
        checkedVersion = currentVersion;
        if (state == ReportState.CONCEPT) {
            state = ReportState.CHECKED;
        }
        changedAt = at;
    }

    /** Says why this cannot be sent as it stands, before anybody is asked whether it may be. */
    void requireSendable(int seen) {
        requireSeen(seen);
        if (state != ReportState.CHECKED && !REGISTERED.contains(state)) {
            throw new NotPossible("report.error.not-now." + state);
        }
        if (checkedVersion != currentVersion) {
            throw new NotPossible("report.error.unchecked");
        }
        if (sentVersion == currentVersion) {
            throw new NotPossible("report.error.sent-already");
        }
    }

    /**
     * Sends what was checked: the report itself, or a correction of what was received. Gives the number of the message.
     *
     * @param consent the consent that it rests on, if that is its basis
     */
    int send(int seen, Optional<UUID> consent, Instant at) {
        requireSendable(seen);
        state = state == ReportState.CHECKED ? ReportState.SENT : ReportState.CORRECTED;
        sentVersion = currentVersion;
        sentBasis = basis;
        sentConsent = consent.orElse(null);
        sentAt = at;
        changedAt = at;
        return ++messages;
    }

    /**
     * Takes the report back. What was sent is followed by a message that says so; gives the number of that message, or
     * nothing when nothing had been sent.
     */
    Optional<Integer> withdraw(int seen, Instant at) {
        requireSeen(seen);
        if (state == ReportState.WITHDRAWN) {
            throw new NotPossible("report.error.not-now." + state);
        }
        var sent = !UNSENT.contains(state);
        state = ReportState.WITHDRAWN;
        live = null;
        changedAt = at;
        return sent ? Optional.of(++messages) : Optional.empty();
    }

    /** Says once more that it was taken back, because the receiver did not take that; gives the number of the message. */
    int withdrawAgain() {
        if (state != ReportState.WITHDRAWN) {
            throw new IllegalStateException("Report %s was not taken back: it is '%s'".formatted(id, state));
        }
        return ++messages;
    }

    /**
     * Notes that the receiver has it under this reference; the same receipt twice changes nothing.
     *
     * @return whether this reference fits; another one than before is not taken
     */
    boolean receive(String under, Instant at) {
        if (reference != null && !reference.equals(under)) {
            return false;
        }
        if (reference == null) {
            reference = under;
            receivedAt = at;
        }
        if (state == ReportState.SENT) {
            state = ReportState.RECEIVED;
        }
        return true;
    }

    /** The receiver refused the report itself, so that nothing was registered: it is a concept again, under the same number. */
    void comeBack(Instant at) {
        if (state == ReportState.SENT && reference == null) {
            state = ReportState.CONCEPT;
            sentVersion = 0;
            checkedVersion = 0;
            changedAt = at;
        }
    }

    /** It was stopped before it left, so that nobody knows of it: a concept again, as if it had never been sent. */
    void recall(Instant at) {
        if (state == ReportState.SENT && reference == null) {
            comeBack(at);
            sentBasis = null;
            sentConsent = null;
        }
    }

    private void requireSeen(int seen) {
        if (seen != currentVersion) {
            throw new NotPossible("report.error.changed-meanwhile");
        }
    }

    Report sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        var fields = Canonical.of(TABLE)
                .id(id)
                .id(caseFile.value())
                .id(person.value())
                .id(victim)
                .code(task)
                .id(sender.value())
                .id(receiver.value())
                .code(basis)
                .text(parts)
                .code(sentBasis)
                .id(sentConsent)
                .code(state)
                .number(currentVersion)
                .number(checkedVersion)
                .number(sentVersion)
                .number(messages)
                .text(reference);
        // what was written before anything was destroyed keeps its MAC
        return destroyedAt == null ? fields : fields.time(destroyedAt);
    }

    /** What it said was destroyed at its sender. */
    void destroyed(Instant at) {
        destroyedAt = at;
    }

    boolean isDestroyed() {
        return destroyedAt != null;
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    PersonId person() {
        return person;
    }

    UUID victim() {
        return victim;
    }

    ReportTask task() {
        return task;
    }

    AgencyId sender() {
        return sender;
    }

    AgencyId receiver() {
        return receiver;
    }

    ReportBasis basis() {
        return basis;
    }

    /** The categories that what stands there now says something of, beside that of its task. */
    Set<DataCategory> parts() {
        return parts.isEmpty()
                ? Set.of()
                : Arrays.stream(parts.split(" "))
                        .map(DataCategory::valueOf)
                        .collect(toCollection(() -> EnumSet.noneOf(DataCategory.class)));
    }

    /** Whether it says who the person is. */
    boolean identified() {
        return parts().contains(DataCategory.IDENTITY);
    }

    private static String words(Set<DataCategory> parts) {
        return parts.stream().map(DataCategory::name).sorted().collect(joining(" "));
    }

    Optional<ReportBasis> sentBasis() {
        return Optional.ofNullable(sentBasis);
    }

    Optional<UUID> sentConsent() {
        return Optional.ofNullable(sentConsent);
    }

    ReportState state() {
        return state;
    }

    int currentVersion() {
        return currentVersion;
    }

    boolean checked() {
        return checkedVersion == currentVersion;
    }

    int sentVersion() {
        return sentVersion;
    }

    int messages() {
        return messages;
    }

    Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    ProfessionalId composedBy() {
        return composedBy;
    }

    Instant composedAt() {
        return composedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }
}
