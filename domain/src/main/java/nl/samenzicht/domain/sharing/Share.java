package nl.samenzicht.domain.sharing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * That the giver lets a recipient see named items, or a category of the giver's own items including later ones, for a
 * purpose, on a ground, until a last day. Carries a MAC over all that a decision rests on, the items included.
 */
@Entity
@Table(name = "share")
public class Share {

    static final String TABLE = "share";

    @Id
    private ShareId id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private DataCategory category;

    private boolean standing;
    private AgencyId giver;

    @Column(name = "giver_professional")
    private ProfessionalId giverProfessional;

    private AgencyId recipient;

    @Column(name = "recipient_professional")
    private ProfessionalId recipientProfessional;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    @Column(name = "consent_id")
    private ConsentId consent;

    @Column(name = "provision_id")
    private UUID provision;

    private String withheld;

    @Column(name = "sealed_message")
    private byte[] sealedMessage;

    @Enumerated(EnumType.STRING)
    private ShareState state;

    @Column(name = "valid_from")
    private Instant from;

    @Column(name = "valid_until")
    private Instant until;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "answered_by")
    private ProfessionalId answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "ended_by")
    private ProfessionalId endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_reason")
    private EndReason endedReason;

    @Column(name = "first_opened_at")
    private Instant firstOpenedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "share_item", joinColumns = @JoinColumn(name = "share_id"))
    @Column(name = "item_id")
    private Set<UUID> items = new HashSet<>();

    private byte[] mac;

    @Version
    private long version;

    protected Share() {}

    Share(
            ShareId id,
            ShareDraft draft,
            ProfessionalId giverProfessional,
            AgencyId giver,
            byte[] sealedMessage,
            Instant at) {
        this.id = id;
        this.caseFile = draft.caseFile();
        this.category = draft.category();
        this.standing = draft.standing();
        this.giver = giver;
        this.giverProfessional = giverProfessional;
        this.recipient = draft.recipient();
        this.recipientProfessional = draft.recipientProfessional().orElse(null);
        this.purpose = draft.purpose();
        this.ground = draft.ground();
        this.consent = draft.consent().orElse(null);
        this.provision = draft.provision().orElse(null);
        this.withheld = String.join(" ", new TreeSet<>(draft.withheld()));
        this.sealedMessage = sealedMessage;
        this.state = ShareState.OFFERED;
        this.from = at;
        this.until = draft.until();
        this.offeredAt = at;
        draft.items().forEach(item -> items.add(item.value()));
    }

    void accept(ProfessionalId by, Instant at) {
        requireState(ShareState.OFFERED, "accepted");
        state = ShareState.ACCEPTED;
        answeredBy = by;
        answeredAt = at;
    }

    void decline(ProfessionalId by, byte[] sealedReason, Instant at) {
        requireState(ShareState.OFFERED, "declined");
        state = ShareState.DECLINED;
        answeredBy = by;
        answeredAt = at;
        sealedAnswer = sealedReason;
    }

    void end(ProfessionalId by, EndReason reason, Instant at) {
        if (state != ShareState.OFFERED && state != ShareState.ACCEPTED) {
            throw new IllegalStateException("Share %s cannot be ended: state is '%s'".formatted(id, state));
        }
        state = ShareState.ENDED;
        endedBy = by;
        endedAt = at;
        endedReason = reason;
        if (until.isAfter(at)) {
            until = at;
        }
    }

    private void requireState(ShareState required, String verb) {
        if (state != required) {
            throw new IllegalStateException("Share %s cannot be %s: state is '%s'".formatted(id, verb, state));
        }
    }

    Share sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id.value())
                .id(caseFile.value())
                .code(category)
                .flag(standing)
                .id(giver.value())
                .id(recipient.value())
                .id(recipientProfessional == null ? null : recipientProfessional.value())
                .code(purpose)
                .code(ground)
                .id(consent == null ? null : consent.value())
                .id(provision)
                .text(withheld)
                .code(state)
                .time(from)
                .time(until)
                .text(items.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")));
    }

    ShareId id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    DataCategory category() {
        return category;
    }

    boolean standing() {
        return standing;
    }

    AgencyId giver() {
        return giver;
    }

    ProfessionalId giverProfessional() {
        return giverProfessional;
    }

    AgencyId recipient() {
        return recipient;
    }

    Optional<ProfessionalId> recipientProfessional() {
        return Optional.ofNullable(recipientProfessional);
    }

    Purpose purpose() {
        return purpose;
    }

    Ground ground() {
        return ground;
    }

    Optional<ConsentId> consent() {
        return Optional.ofNullable(consent);
    }

    Optional<UUID> provision() {
        return Optional.ofNullable(provision);
    }

    Set<String> withheld() {
        return Arrays.stream(withheld.split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    Optional<byte[]> sealedMessage() {
        return Optional.ofNullable(sealedMessage);
    }

    Optional<byte[]> sealedAnswer() {
        return Optional.ofNullable(sealedAnswer);
    }

    ShareState state() {
        return state;
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<EndReason> endedReason() {
        return Optional.ofNullable(endedReason);
    }

    Set<UUID> items() {
        return Set.copyOf(items);
    }
}
