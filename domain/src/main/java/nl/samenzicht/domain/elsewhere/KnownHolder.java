package nl.samenzicht.domain.elsewhere;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;

/** An agency that was told of by a question, with its own case; or nobody, under numbers by chance. */
@Entity
@Table(name = "known_holder")
public class KnownHolder {

    static final String TABLE = "known_holder";

    /** What became of it. */
    public enum State {
        /** It was told that the agency knows somebody; nothing is asked of it. */
        TOLD,
        /** It is asked whether it agrees to contact. */
        ASKED,
        AGREED,
        DECLINED
    }

    @Id
    private UUID id;

    @Column(name = "question_id")
    private UUID question;

    private AgencyId holder;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "answered_by")
    private ProfessionalId answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private byte[] mac;

    @Version
    private long version;

    protected KnownHolder() {}

    KnownHolder(UUID id, UUID question, AgencyId holder, CaseFileId caseFile, byte[] sealedAnswer, Instant at) {
        this.id = id;
        this.question = question;
        this.holder = holder;
        this.caseFile = caseFile;
        this.sealedAnswer = sealedAnswer.clone();
        this.state = State.TOLD;
        this.toldAt = at;
    }

    KnownHolder sign(RowMac macs) {
        mac = macs.of(fields());
        return this;
    }

    /** Whether the row still is what was written; a row that is not counts as absent. */
    boolean sound(RowMac macs) {
        return macs.matches(mac, fields());
    }

    private Canonical fields() {
        return Canonical.of(TABLE)
                .id(id)
                .id(question)
                .id(holder.value())
                .id(caseFile.value())
                .bytes(sealedAnswer)
                .code(state)
                .time(toldAt)
                .id(answeredBy == null ? null : answeredBy.value())
                .time(answeredAt);
    }

    void askContact() {
        change(State.TOLD, State.ASKED);
    }

    void answer(boolean agree, ProfessionalId by, Instant at) {
        change(State.ASKED, agree ? State.AGREED : State.DECLINED);
        answeredBy = by;
        answeredAt = at;
    }

    private void change(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("Holder %s cannot become '%s': it is '%s'".formatted(id, to, state));
        }
        state = to;
    }

    UUID id() {
        return id;
    }

    UUID question() {
        return question;
    }

    AgencyId holder() {
        return holder;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    byte[] sealedAnswer() {
        return sealedAnswer;
    }

    State state() {
        return state;
    }

    Instant toldAt() {
        return toldAt;
    }

    Optional<ProfessionalId> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
