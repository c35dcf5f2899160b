package nl.samenzicht.domain.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Concerns;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.DataCategory;

/** That a recipient of data was told of what became of them or of the consent for them (AVG 7(3), 19), and their answer. */
@Entity
@Table(name = "rights_notice")
@Concerns("r.sender = :agency or r.recipient = :agency")
public class RecipientNotice implements SealedRow {

    @Id
    private UUID id;

    private UUID about;
    private AgencyId sender;
    private AgencyId recipient;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String categories;

    @Column(name = "told_at")
    private Instant toldAt;

    @Enumerated(EnumType.STRING)
    private NoticeOutcome outcome;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "confirmed_by")
    private ProfessionalId confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private byte[] mac;

    @Version
    private long version;

    protected RecipientNotice() {}

    /**
     * A notice to a recipient.
     *
     * @param about the number of the request or of the consent
     */
    RecipientNotice(
            UUID about,
            AgencyId sender,
            AgencyId recipient,
            CaseFileId caseFile,
            NoticeKind kind,
            Set<DataCategory> categories,
            Instant at) {
        this.id = TimeOrderedId.next();
        this.about = about;
        this.sender = sender;
        this.recipient = recipient;
        this.caseFile = caseFile;
        this.kind = kind;
        this.categories = CategoryCodes.text(categories);
        this.toldAt = at;
    }

    void confirm(NoticeOutcome done, String answer, ProfessionalId by, Instant at, Sealer sealer) {
        if (confirmedAt != null) {
            throw new IllegalStateException("Notice %s was confirmed at '%s' already".formatted(id, confirmedAt));
        }
        outcome = done;
        sealedAnswer = sealer.seal(place(), answer.getBytes(UTF_8));
        confirmedBy = by;
        confirmedAt = at;
    }

    private String place() {
        return "rights-notice:" + id;
    }

    Optional<String> answer(Sealer sealer) {
        return Optional.ofNullable(sealedAnswer).map(bytes -> new String(sealer.open(place(), bytes), UTF_8));
    }

    RecipientNotice sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("rights_notice")
                .id(id)
                .id(about)
                .id(sender.value())
                .id(recipient.value())
                .id(caseFile.value())
                .code(kind)
                .text(categories)
                .time(toldAt)
                .code(outcome)
                .bytes(sealedAnswer)
                .id(confirmedBy == null ? null : confirmedBy.value())
                .time(confirmedAt);
    }

    @Override
    public UUID id() {
        return id;
    }

    UUID about() {
        return about;
    }

    AgencyId sender() {
        return sender;
    }

    AgencyId recipient() {
        return recipient;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    NoticeKind kind() {
        return kind;
    }

    Set<DataCategory> categories() {
        return CategoryCodes.of(categories);
    }

    Instant toldAt() {
        return toldAt;
    }

    Optional<NoticeOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    Optional<ProfessionalId> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
