package nl.samenzicht.domain.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.SealedRow;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Regime;

/** A request as it came in. The row is never changed; what is done about it are rows of {@link RequestAct}. */
@Entity
@Table(name = "rights_request")
public class RightsRequest implements SealedRow {

    @Id
    private UUID id;

    private AgencyId agency;
    private String number;

    @Column(name = "subject_right")
    @Enumerated(EnumType.STRING)
    private SubjectRight right;

    @Enumerated(EnumType.STRING)
    private Regime regime;

    @Enumerated(EnumType.STRING)
    private Requester requester;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "sealed_words")
    private byte[] sealedWords;

    @Column(name = "recorded_by")
    private ProfessionalId recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private byte[] mac;

    protected RightsRequest() {}

    /**
     * A new request.
     *
     * @param number such as {@code VB-000042}
     * @param caseFile the case by which the person is known; empty when they are not
     * @param words what was asked, and how it came in
     */
    RightsRequest(
            ActingProfessional who,
            String number,
            NewRequest asked,
            Optional<CaseFileId> caseFile,
            String words,
            Instant at,
            Sealer sealer) {
        this.id = TimeOrderedId.next();
        this.agency = who.agency();
        this.number = number;
        this.right = asked.right();
        this.regime = Regime.of(who.agencyType());
        this.requester = asked.requester();
        this.caseFile = caseFile.orElse(null);
        this.receivedOn = asked.receivedOn();
        this.sealedWords = sealer.seal(place(), words.getBytes(UTF_8));
        this.recordedBy = who.professional();
        this.recordedAt = at;
    }

    private String place() {
        return "rights-request:" + id;
    }

    String words(Sealer sealer) {
        return new String(sealer.open(place(), sealedWords), UTF_8);
    }

    RightsRequest sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    @Override
    public boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("rights_request")
                .id(id)
                .id(agency.value())
                .text(number)
                .code(right)
                .code(regime)
                .code(requester)
                .id(caseFile == null ? null : caseFile.value())
                .text(receivedOn.toString())
                .bytes(sealedWords)
                .id(recordedBy.value())
                .time(recordedAt);
    }

    /** How it stands before anything was done about it. */
    Handling received() {
        return Handling.of(right, regime, receivedOn);
    }

    @Override
    public UUID id() {
        return id;
    }

    AgencyId agency() {
        return agency;
    }

    String number() {
        return number;
    }

    SubjectRight right() {
        return right;
    }

    Regime regime() {
        return regime;
    }

    Requester requester() {
        return requester;
    }

    Optional<CaseFileId> caseFile() {
        return Optional.ofNullable(caseFile);
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    ProfessionalId recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
