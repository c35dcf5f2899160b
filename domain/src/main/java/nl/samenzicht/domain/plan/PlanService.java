package nl.samenzicht.domain.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.plan.PlanView.ActionView;
import nl.samenzicht.domain.plan.PlanView.Evaluation;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.domain.plan.PlanView.ScoreView;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.Purpose;

/** Work on a support plan. Everything read or written passes the gate as part of the category PLAN. */
@ApplicationScoped
public class PlanService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST_TITLE = 300;

    private final CaseFileService caseFiles;
    private final EntityManager store;
    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Directory directory;
    private final Clock clock;

    protected PlanService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public PlanService(
            CaseFileService caseFiles,
            @Casework EntityManager store,
            AccessGate gate,
            CurrentProfessional current,
            Directory directory,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.store = store;
        this.gate = gate;
        this.current = current;
        this.directory = directory;
        this.clock = clock;
    }

    /** Returns the plan: one's own goals and scores, and those that others share. */
    @Transactional
    public PlanView view(CaseFileId caseFile, Purpose purpose) {
        var section = caseFiles.open(caseFile, DataCategory.PLAN, purpose);
        return new PlanView(
                goalsIn(section.items(), current.current().agency()),
                scoresIn(section.items()),
                section.items().stream()
                        .filter(item -> item.kind() == ItemKind.FIELDS || item.kind() == ItemKind.NOTE)
                        .toList(),
                section.mayRecord(),
                section.entry());
    }

    /**
     * The goals among items that somebody was shown, with when their actions are due and for whom. Content comes from the
     * items alone, so a preview of a share shows what its recipient will get.
     *
     * @param reader the agency that looks, or would look; a reader who may see agreed actions only sees its own
     */
    @Transactional
    public List<GoalView> goalsIn(List<ItemView> shown, AgencyId reader) {
        var goals = shown.stream().filter(item -> item.kind() == ItemKind.GOAL).toList();
        var actions = actionsOf(goals.stream().map(ItemView::id).toList());
        return goals.stream().map(goal -> goalView(goal, actions, reader)).toList();
    }

    /** The scores among items that somebody was shown; one without its day, as some readers get it, is left out. */
    public List<ScoreView> scoresIn(List<ItemView> shown) {
        return shown.stream()
                .filter(item -> item.kind() == ItemKind.SCORE)
                .filter(item -> item.content().values().containsKey("scoredOn"))
                .map(PlanService::scoreView)
                .toList();
    }

    private Map<UUID, PlanAction> actionsOf(List<ItemId> goals) {
        if (goals.isEmpty()) {
            return Map.of();
        }
        return store
                .createQuery("select a from PlanAction a where a.goal in :goals", PlanAction.class)
                .setParameter("goals", goals)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(PlanAction::id, Function.identity()));
    }

    private GoalView goalView(ItemView item, Map<UUID, PlanAction> rows, AgencyId reader) {
        var values = item.content().values();
        var agreedOnly = item.obligations().contains(Obligation.AGREED_ACTIONS_ONLY);
        var today = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
        var actions = new ArrayList<ActionView>();
        for (var json : array(values.get("actions")).getValuesAs(JsonObject.class)) {
            var row = rows.get(UUID.fromString(json.getString("id")));
            if (row != null && (!agreedOnly || row.assigneeAgency().equals(reader))) {
                actions.add(new ActionView(
                        row.id(),
                        json.getString("title"),
                        directory.agency(row.assigneeAgency()),
                        row.assignee().map(directory::professional),
                        row.dueOn(),
                        row.status(),
                        row.status() == ActionStatus.OPEN && row.dueOn().isBefore(today),
                        row.owner().equals(reader) || row.assigneeAgency().equals(reader)));
            }
        }
        return new GoalView(
                item.id(),
                item.version(),
                item.owner(),
                item.own(),
                goal(values),
                agreedOnly,
                actions,
                array(values.get("evaluations")).getValuesAs(JsonObject.class).stream()
                        .map(json -> new Evaluation(
                                LocalDate.parse(json.getString("on")),
                                json.getString("outcome"),
                                json.getString("next")))
                        .toList(),
                item.recordedAt());
    }

    private static GoalDraft goal(Map<String, String> values) {
        return new GoalDraft(
                LifeDomain.valueOf(values.getOrDefault("lifeDomain", LifeDomain.SAFETY.name())),
                values.getOrDefault("situation", ""),
                values.getOrDefault("goal", ""),
                values.getOrDefault("measure", ""),
                Optional.ofNullable(values.get("targetOn")).map(LocalDate::parse),
                values.getOrDefault("ownWords", ""),
                "YES".equals(values.get("agreed")));
    }

    private static ScoreView scoreView(ItemView item) {
        var values = item.content().values();
        var scores = new EnumMap<LifeDomain, Integer>(LifeDomain.class);
        for (var domain : LifeDomain.values()) {
            Optional.ofNullable(values.get(key(domain)))
                    .map(Integer::valueOf)
                    .ifPresent(score -> scores.put(domain, score));
        }
        return new ScoreView(
                item.id(),
                LocalDate.parse(values.get("scoredOn")),
                item.owner(),
                scores,
                values.getOrDefault("note", ""));
    }

    /** Fields of a score are named after the domain in camel case, as all keys of content are. */
    private static String key(LifeDomain domain) {
        var parts = domain.name().toLowerCase(java.util.Locale.ROOT).split("_");
        var key = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            key.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return key.toString();
    }

    /** Writes a goal down. */
    @Transactional
    public ItemId addGoal(CaseFileId caseFile, GoalDraft draft, Purpose purpose) {
        requireGoal(draft);
        return caseFiles.record(caseFile, DataCategory.PLAN, ItemKind.GOAL, values(draft), purpose);
    }

    /** Changes a goal that one's own agency owns; {@code seen} is the version that the change started from. */
    @Transactional
    public void changeGoal(CaseFileId caseFile, ItemId goal, int seen, GoalDraft draft, Purpose purpose) {
        requireGoal(draft);
        var values = ownGoal(caseFile, goal, purpose);
        values.keySet()
                .removeAll(Set.of("lifeDomain", "situation", "goal", "measure", "targetOn", "ownWords", "agreed"));
        values.putAll(values(draft));
        caseFiles.change(caseFile, DataCategory.PLAN, goal, seen, values, purpose);
    }

    private static void requireGoal(GoalDraft draft) {
        if (draft.goal() == null || draft.goal().isBlank()) {
            throw new NotPossible("plan.error.goal-empty");
        }
    }

    private static Map<String, String> values(GoalDraft draft) {
        var values = new LinkedHashMap<String, String>();
        values.put("lifeDomain", draft.domain().name());
        values.put("situation", draft.situation());
        values.put("goal", draft.goal());
        values.put("measure", draft.measure());
        draft.targetOn().ifPresent(day -> values.put("targetOn", day.toString()));
        values.put("ownWords", draft.ownWords());
        values.put("agreed", draft.agreed() ? "YES" : "NO");
        return values;
    }

    private Map<String, String> ownGoal(CaseFileId caseFile, ItemId goal, Purpose purpose) {
        return caseFiles.open(caseFile, DataCategory.PLAN, purpose).items().stream()
                .filter(item -> item.id().equals(goal) && item.own())
                .findFirst()
                .map(item -> new HashMap<>(item.content().values()))
                .orElseThrow(() -> new NotPossible("plan.error.goal-gone"));
    }

    /** Adds an action to a goal: what, for whom, and the day in Amsterdam on which it is due. */
    @Transactional
    public UUID addAction(
            CaseFileId caseFile,
            ItemId goal,
            int seen,
            String title,
            AgencyId assigneeAgency,
            Optional<ProfessionalId> assignee,
            LocalDate dueOn,
            Purpose purpose) {
        var words = title == null ? "" : title.strip();
        if (words.isEmpty() || words.length() > LONGEST_TITLE) {
            throw new NotPossible("plan.error.action-title", LONGEST_TITLE);
        }
        var values = ownGoal(caseFile, goal, purpose);
        var id = TimeOrderedId.next();
        var actions = Json.createArrayBuilder(array(values.get("actions")))
                .add(Json.createObjectBuilder().add("id", id.toString()).add("title", words));
        values.put("actions", actions.build().toString());
        caseFiles.change(caseFile, DataCategory.PLAN, goal, seen, values, purpose);
        store.persist(new PlanAction(id, goal, caseFile, current.current().agency(), assigneeAgency, assignee, dueOn));
        return id;
    }

    /** Says that an action is done, dropped or open again; the owner of the goal can, and who the action is for. */
    @Transactional
    public void setStatus(CaseFileId caseFile, UUID action, ActionStatus status, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                        who,
                        Action.WRITE_PLAN,
                        new ResourceRef.OfSection(caseFile.value(), DataCategory.PLAN),
                        purpose,
                        at)
                .because(status.name()));
        var row = store.find(PlanAction.class, action, LockModeType.OPTIMISTIC);
        if (row == null
                || !row.caseFile().equals(caseFile)
                || !(row.owner().equals(who.agency()) || row.assigneeAgency().equals(who.agency()))) {
            throw new NotPossible("plan.error.action-gone");
        }
        row.becomes(status, at);
    }

    /** Writes down how a goal went. */
    @Transactional
    public void evaluate(
            CaseFileId caseFile, ItemId goal, int seen, LocalDate on, String outcome, String next, Purpose purpose) {
        if (outcome == null || outcome.isBlank()) {
            throw new NotPossible("plan.error.outcome-empty");
        }
        var values = ownGoal(caseFile, goal, purpose);
        var evaluations = Json.createArrayBuilder(array(values.get("evaluations")))
                .add(Json.createObjectBuilder()
                        .add("on", on.toString())
                        .add("outcome", outcome.strip())
                        .add("next", next == null ? "" : next.strip()));
        values.put("evaluations", evaluations.build().toString());
        caseFiles.change(caseFile, DataCategory.PLAN, goal, seen, values, purpose);
    }

    /** Writes down scores of the domains at one moment; a domain may stay unscored. */
    @Transactional
    public ItemId score(
            CaseFileId caseFile, LocalDate on, Map<LifeDomain, Integer> scores, String note, Purpose purpose) {
        if (scores.isEmpty()) {
            throw new NotPossible("plan.error.no-scores");
        }
        var values = new LinkedHashMap<String, String>();
        values.put("scoredOn", on.toString());
        values.put("note", note);
        scores.forEach((domain, score) -> {
            if (!domain.scored() || score < 1 || score > 5) {
                throw new NotPossible("plan.error.score-range");
            }
            values.put(key(domain), score.toString());
        });
        return caseFiles.record(caseFile, DataCategory.PLAN, ItemKind.SCORE, values, purpose);
    }

    private static JsonArray array(String json) {
        if (json == null || json.isBlank()) {
            return JsonArray.EMPTY_JSON_ARRAY;
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
