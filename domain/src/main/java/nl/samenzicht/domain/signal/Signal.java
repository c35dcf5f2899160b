package nl.samenzicht.domain.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/**
 * One signal: who sent it, which agency decides on it, and where it stands. What was seen and whom it is about lie sealed in its
 * items.
 */
@Entity
@Table(name = "`signal`")
public class Signal {

    static final String TABLE = "signal";

    @Id
    private SignalId id;

    private String number;

    @Column(name = "from_agency")
    private AgencyId fromAgency;

    @Column(name = "from_professional")
    private ProfessionalId fromProfessional;

    private AgencyId holder;

    private ProfessionalId assignee;

    @Enumerated(EnumType.STRING)
    private SignalState state;

    private boolean urgent;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "respond_by")
    private Instant respondBy;

    @Column(name = "decide_by")
    private Instant decideBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Enumerated(EnumType.STRING)
    private Conclusion conclusion;

    private String form;

    private String municipality;

    private byte[] fingerprint;

    private byte[] mac;

    @Version
    private long version;

    protected Signal() {}

    Signal(SignalId id, String number, AgencyId fromAgency, ProfessionalId fromProfessional, Instant at) {
        this.id = id;
        this.number = number;
        this.fromAgency = fromAgency;
        this.fromProfessional = fromProfessional;
        this.begunAt = at;
        this.state = SignalState.DRAFT;
    }

    /** Leaves its author; {@code words} tells the same words from others without holding them. */
    void sent(AgencyId to, boolean isUrgent, Optional<String> where, byte[] words, Instant at) {
        require(state == SignalState.DRAFT, "signal.error.already-sent");
        state = SignalState.SENT;
        holder = to;
        urgent = isUrgent;
        municipality = where.orElse(null);
        fingerprint = words;
        sentAt = at;
        run(SignalTerms.clocks(isUrgent, at));
    }

    void taken(ProfessionalId by) {
        require(state.waits(), "signal.error.decided");
        assignee = by;
        if (state == SignalState.SENT) {
            state = SignalState.TAKEN;
        }
        respondBy = null;
    }

    void moreAsked() {
        require(state == SignalState.TAKEN || state == SignalState.SENT, "signal.error.decided");
        state = SignalState.MORE_ASKED;
        respondBy = null;
    }

    /** More was told: who asked goes on. Before a decision only. */
    void moreTold() {
        require(state.waits(), "signal.error.decided");
        if (state == SignalState.MORE_ASKED) {
            state = assignee == null ? SignalState.SENT : SignalState.TAKEN;
        }
    }

    void referred(AgencyId to, Instant at) {
        require(state.waits(), "signal.error.decided");
        holder = to;
        assignee = null;
        state = SignalState.SENT;
        conclusion = null;
        run(SignalTerms.clocks(urgent, at));
    }

    void assessed(Conclusion now, Optional<String> formNow) {
        require(state.waits(), "signal.error.decided");
        conclusion = now;
        form = formNow.orElse(null);
    }

    /** Ends the assessment; {@code in} is the case that takes the signal up, if one does. */
    void decided(SignalState as, Optional<CaseFileId> in, ProfessionalId by, Instant at) {
        require(state.waits(), "signal.error.decided");
        require(conclusion != null, "signal.error.no-conclusion");
        state = as;
        caseFile = in.orElse(null);
        assignee = by;
        decidedAt = at;
        respondBy = null;
        decideBy = null;
    }

    private void run(SignalTerms.Clocks clocks) {
        respondBy = clocks.respondBy();
        decideBy = clocks.decideBy();
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new NotPossible(otherwise);
        }
    }

    Signal sign(RowMac macs) {
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
                .id(fromAgency.value())
                .id(fromProfessional.value())
                .id(holder == null ? null : holder.value())
                .code(state)
                .id(caseFile == null ? null : caseFile.value())
                .code(conclusion);
    }

    /** Whether this professional wrote it. */
    boolean isFrom(AgencyId agency, ProfessionalId professional) {
        return fromAgency.equals(agency) && fromProfessional.equals(professional);
    }

    /** Whether this agency decides on it. */
    boolean isHeldBy(AgencyId agency) {
        return agency.equals(holder);
    }

    SignalId id() {
        return id;
    }

    String number() {
        return number;
    }

    AgencyId fromAgency() {
        return fromAgency;
    }

    ProfessionalId fromProfessional() {
        return fromProfessional;
    }

    /** The form of exploitation, as the newest assessment says it. */
    Optional<String> form() {
        return Optional.ofNullable(form);
    }

    /** The code of the municipality where it was seen. */
    Optional<String> municipality() {
        return Optional.ofNullable(municipality);
    }

    Optional<AgencyId> holder() {
        return Optional.ofNullable(holder);
    }

    Optional<ProfessionalId> assignee() {
        return Optional.ofNullable(assignee);
    }

    SignalState state() {
        return state;
    }

    boolean urgent() {
        return urgent;
    }

    Instant begunAt() {
        return begunAt;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<Instant> respondBy() {
        return Optional.ofNullable(respondBy);
    }

    Optional<Instant> decideBy() {
        return Optional.ofNullable(decideBy);
    }

    Optional<CaseFileId> caseFile() {
        return Optional.ofNullable(caseFile);
    }

    Optional<Conclusion> conclusion() {
        return Optional.ofNullable(conclusion);
    }
}
