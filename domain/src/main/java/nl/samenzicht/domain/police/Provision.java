package nl.samenzicht.domain.police;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.policy.Purpose;

/** One decision of the police to provide data of a case to one recipient for one purpose. Never changes; it runs out. */
@Entity
@Table(name = "provision")
public class Provision {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private ProvisionArticle article;

    @Column(name = "decision_reference")
    private String reference;

    @Enumerated(EnumType.STRING)
    private WeightyInterest interest;

    private AgencyId recipient;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "onward_allowed")
    private boolean onwardAllowed;

    @Column(name = "valid_from")
    private Instant from;

    @Column(name = "valid_until")
    private Instant until;

    @Column(name = "decided_by")
    private ProfessionalId decidedBy;

    @Column(name = "decided_by_agency")
    private AgencyId decidedByAgency;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private byte[] mac;

    protected Provision() {}

    Provision(ProvisionDecision decision, CaseFileId caseFile, ProfessionalId by, AgencyId agency, Instant at) {
        this.id = TimeOrderedId.next();
        this.caseFile = caseFile;
        this.article = decision.article();
        this.reference = decision.reference();
        this.interest = decision.interest();
        this.recipient = decision.recipient();
        this.purpose = decision.purpose();
        this.onwardAllowed = decision.onwardAllowed();
        this.from = at;
        this.until = decision.until();
        this.decidedBy = by;
        this.decidedByAgency = agency;
        this.decidedAt = at;
    }

    boolean coversAt(AgencyId recipientAgency, Purpose asked, Instant at) {
        return recipient.equals(recipientAgency) && asked.within(purpose) && !at.isBefore(from) && at.isBefore(until);
    }

    Provision sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of("provision")
                .id(id)
                .id(caseFile.value())
                .code(article)
                .text(reference)
                .code(interest)
                .id(recipient.value())
                .code(purpose)
                .flag(onwardAllowed)
                .time(from)
                .time(until)
                .id(decidedByAgency.value());
    }

    UUID id() {
        return id;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    AgencyId decidedByAgency() {
        return decidedByAgency;
    }

    boolean onwardAllowed() {
        return onwardAllowed;
    }

    ProvisionDecision decision() {
        return new ProvisionDecision(article, reference, interest, recipient, purpose, onwardAllowed, until);
    }

    Instant from() {
        return from;
    }
}
