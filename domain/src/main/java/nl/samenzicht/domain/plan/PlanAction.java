package nl.samenzicht.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;

/** When an action is due, for whom, and how it stands; what it is lies sealed in its goal. */
@Entity
@Table(name = "plan_action")
public class PlanAction {

    @Id
    private UUID id;

    @Column(name = "goal_id")
    private ItemId goal;

    @Column(name = "case_id")
    private CaseFileId caseFile;

    private AgencyId owner;

    @Column(name = "assignee_agency")
    private AgencyId assigneeAgency;

    private ProfessionalId assignee;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    @Column(name = "done_at")
    private Instant doneAt;

    @Version
    private long version;

    protected PlanAction() {}

    PlanAction(
            UUID id,
            ItemId goal,
            CaseFileId caseFile,
            AgencyId owner,
            AgencyId assigneeAgency,
            Optional<ProfessionalId> assignee,
            LocalDate dueOn) {
        this.id = id;
        this.goal = goal;
        this.caseFile = caseFile;
        this.owner = owner;
        this.assigneeAgency = assigneeAgency;
        this.assignee = assignee.orElse(null);
        this.dueOn = dueOn;
        this.status = ActionStatus.OPEN;
    }

    void becomes(ActionStatus next, Instant at) {
        if (next == status) {
            throw new IllegalStateException("Action %s is '%s' already".formatted(id, status));
        }
        status = next;
        doneAt = next == ActionStatus.OPEN ? null : at;
    }

    UUID id() {
        return id;
    }

    ItemId goal() {
        return goal;
    }

    CaseFileId caseFile() {
        return caseFile;
    }

    AgencyId owner() {
        return owner;
    }

    AgencyId assigneeAgency() {
        return assigneeAgency;
    }

    Optional<ProfessionalId> assignee() {
        return Optional.ofNullable(assignee);
    }

    LocalDate dueOn() {
        return dueOn;
    }

    ActionStatus status() {
        return status;
    }
}
