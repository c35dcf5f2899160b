package nl.samenzicht.domain.residence;

import static nl.samenzicht.domain.residence.RouteTerms.lastDayOfReflection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.residence.RouteStep.Kind;

/**
 * The residence route of one person as it is recorded: {@code SIGNAL → REFLECTION → complaint, cooperation or none → permit →
 * B9, return or the end}. Its facts are fields of the category residence; whoever changes those changes the route, and the
 * law of it holds either way. A route does not change: a step gives another one.
 *
 * @param from first day of the reflection period
 * @param until its last day as the police wrote it; without it the term of the law counts
 * @param ground which reflection period it is; without it the general one
 * @param endedOn the day on which it ended before its last day
 * @param endedBy what ended it
 * @param answer what was decided about reporting to the police
 * @param answeredOn when
 * @param m55On the day on which model M55 was sent
 * @param permitFrom first day of the permit
 * @param permitUntil last day of the permit
 * @param sequel what came after
 * @param sequelOn when
 * @see <a href="https://wetten.overheid.nl/BWBR0012289">Vreemdelingencirculaire 2000 (B), B8/3</a>
 */
public record Route(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<ReflectionGround> ground,
        Optional<LocalDate> endedOn,
        Optional<EarlyEnd> endedBy,
        Optional<RouteAnswer> answer,
        Optional<LocalDate> answeredOn,
        Optional<LocalDate> m55On,
        Optional<LocalDate> permitFrom,
        Optional<LocalDate> permitUntil,
        Optional<RouteSequel> sequel,
        Optional<LocalDate> sequelOn) {

    static final String FROM = "reflectionFrom";
    static final String UNTIL = "reflectionUntil";
    static final String GROUND = "reflectionGround";
    static final String ENDED_ON = "reflectionEndedOn";
    static final String ENDED_BY = "reflectionEndedBy";
    static final String ANSWER = "routeAnswer";
    static final String ANSWERED_ON = "routeAnswerOn";
    static final String M55_ON = "m55On";
    static final String PERMIT_FROM = "permitFrom";
    static final String PERMIT_UNTIL = "permitUntil";
    static final String SEQUEL = "routeSequel";
    static final String SEQUEL_ON = "routeSequelOn";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    /** Something that the law of the route does not allow, at the field where it shows. */
    public record Fault(String field, String messageKey, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }

        private static Fault of(String field, String messageKey, Object... arguments) {
            return new Fault(field, messageKey, List.of(arguments));
        }
    }

    /** What can run out on the route. */
    public enum Term {
        REFLECTION(UNTIL),
        M55(M55_ON),
        PERMIT(PERMIT_UNTIL);

        private final String field;

        Term(String field) {
            this.field = field;
        }

        /** The field that says it; who may not see the field may not know of the term. */
        public String field() {
            return field;
        }
    }

    /** A term that runs, with its last day. */
    public record Deadline(Term term, LocalDate lastDay) {}

    /** Nothing recorded yet. */
    public static Route none() {
        return of(Map.of());
    }

    /** Reads the route from the fields of an item, in their stored form; fields that are not of the route are passed over. */
    public static Route of(Map<String, String> said) {
        return new Route(
                day(said, FROM),
                day(said, UNTIL),
                code(said, GROUND, ReflectionGround.class),
                day(said, ENDED_ON),
                code(said, ENDED_BY, EarlyEnd.class),
                code(said, ANSWER, RouteAnswer.class),
                day(said, ANSWERED_ON),
                day(said, M55_ON),
                day(said, PERMIT_FROM),
                day(said, PERMIT_UNTIL),
                code(said, SEQUEL, RouteSequel.class),
                day(said, SEQUEL_ON));
    }

    private static Optional<LocalDate> day(Map<String, String> said, String key) {
        return Optional.ofNullable(said.get(key)).map(LocalDate::parse);
    }

    private static <E extends Enum<E>> Optional<E> code(Map<String, String> said, String key, Class<E> type) {
        return Optional.ofNullable(said.get(key)).map(name -> Enum.valueOf(type, name));
    }

    /** Returns the fields of an item with this route in them; what is not of the route stays as it was. */
    public Map<String, String> into(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        put(all, FROM, from);
        put(all, UNTIL, until);
        put(all, GROUND, ground);
        put(all, ENDED_ON, endedOn);
        put(all, ENDED_BY, endedBy);
        put(all, ANSWER, answer);
        put(all, ANSWERED_ON, answeredOn);
        put(all, M55_ON, m55On);
        put(all, PERMIT_FROM, permitFrom);
        put(all, PERMIT_UNTIL, permitUntil);
        put(all, SEQUEL, sequel);
        put(all, SEQUEL_ON, sequelOn);
        return all;
    }

    private static void put(Map<String, String> all, String key, Optional<?> value) {
        value.ifPresentOrElse(there -> all.put(key, there.toString()), () -> all.remove(key));
    }

    /** Where it stands. */
    public RouteStage stage() {
        if (sequel.isPresent()) {
            return RouteStage.SEQUEL;
        }
        if (begun() && (permitUntil.isPresent() || permitFrom.isPresent())) {
            return RouteStage.PERMIT;
        }
        if (m55On.isPresent()) {
            return RouteStage.APPLIED;
        }
        if (answer.isPresent()) {
            return RouteStage.ANSWERED;
        }
        if (endedOn.isPresent()) {
            return RouteStage.REFLECTION_ENDED;
        }
        return from.isPresent() ? RouteStage.REFLECTION : RouteStage.SIGNAL;
    }

    private boolean begun() {
        return from.isPresent() || answer.isPresent();
    }

    /** The last day that the reflection period has, unless it ended before; empty when there is none, or no term is known for it. */
    public Optional<LocalDate> lastDay() {
        return from.flatMap(first -> until.or(() -> Optional.of(first)
                .filter(RouteTerms::knownOn)
                .map(day -> lastDayOfReflection(groundThatCounts(), day))));
    }

    private ReflectionGround groundThatCounts() {
        return ground.orElse(ReflectionGround.STANDARD);
    }

    /** The terms that run on this route, whether or not their last day is past; none that something already ended. */
    public List<Deadline> deadlines() {
        var found = new ArrayList<Deadline>();
        var stage = stage();
        if (stage == RouteStage.SEQUEL) {
            return List.of();
        }
        if (stage == RouteStage.REFLECTION
                || (stage == RouteStage.ANSWERED && answer.get().ends().isEmpty() && endedOn.isEmpty())) {
            lastDay().ifPresent(day -> found.add(new Deadline(Term.REFLECTION, day)));
        }
        if (stage == RouteStage.APPLIED) {
            m55On.filter(RouteTerms::knownOn)
                    .ifPresent(sent -> found.add(new Deadline(Term.M55, RouteTerms.targetOfM55(sent))));
        }
        permitUntil.ifPresent(day -> found.add(new Deadline(Term.PERMIT, day)));
        return List.copyOf(found);
    }

    /** The kinds of steps that can be next. */
    public Set<Kind> next() {
        return switch (stage()) {
            case SIGNAL -> EnumSet.of(Kind.BEGIN, Kind.ANSWER);
            case REFLECTION -> EnumSet.of(Kind.END_EARLY, Kind.ANSWER, Kind.SEQUEL);
            case REFLECTION_ENDED ->
                endedBy.filter(EarlyEnd.OTHER_APPLICATION::equals).isPresent()
                        ? EnumSet.of(Kind.ANSWER, Kind.PERMIT, Kind.SEQUEL)
                        : EnumSet.of(Kind.ANSWER, Kind.SEQUEL);
            case ANSWERED -> afterAnswer(answer.get());
            case APPLIED, PERMIT -> EnumSet.of(Kind.PERMIT, Kind.SEQUEL);
            case SEQUEL -> EnumSet.noneOf(Kind.class);
        };
    }

    private Set<Kind> afterAnswer(RouteAnswer given) {
        var next = EnumSet.of(Kind.SEQUEL);
        if (given.leadsToM55()) {
            next.add(Kind.SEND_M55);
        }
        if (permitFollows()) {
            next.add(Kind.PERMIT);
        }
        if (from.isPresent() && endedOn.isEmpty() && given.ends().isEmpty()) {
            next.add(Kind.END_EARLY);
        }
        return next;
    }

    /**
     * Returns the route with one step more. An answer to the police ends a reflection period that still runs.
     *
     * @throws RouteNotLegal when the step cannot be next, or its days do not fit; this route stays as it is
     */
    public Route take(RouteStep step) {
        if (!next().contains(step.kind())) {
            throw new RouteNotLegal("route.error.not-now");
        }
        var after = with(step);
        after.faults().stream().findFirst().ifPresent(fault -> {
            throw new RouteNotLegal(fault.messageKey(), fault.arguments().toArray());
        });
        return after;
    }

    private Route with(RouteStep step) {
        var fields = new LinkedHashMap<>(into(Map.of()));
        if (step instanceof RouteStep.Begin begin) {
            fields.put(FROM, begin.on().toString());
            fields.put(UNTIL, begin.until().toString());
            fields.put(GROUND, begin.ground().name());
        } else if (step instanceof RouteStep.EndEarly end) {
            if (end.by().byAnswer()) {
                throw new RouteNotLegal("route.error.end-needs-answer");
            }
            fields.put(ENDED_ON, end.on().toString());
            fields.put(ENDED_BY, end.by().name());
        } else if (step instanceof RouteStep.Answer given) {
            fields.put(ANSWER, given.answer().name());
            fields.put(ANSWERED_ON, given.on().toString());
            var running = endedOn.isEmpty()
                    && lastDay().filter(last -> !given.on().isAfter(last)).isPresent();
            given.answer().ends().filter(end -> running).ifPresent(end -> {
                fields.put(ENDED_ON, given.on().toString());
                fields.put(ENDED_BY, end.name());
            });
        } else if (step instanceof RouteStep.SendM55 sent) {
            fields.put(M55_ON, sent.on().toString());
        } else if (step instanceof RouteStep.Permit permit) {
            // a permit for longer begins with the first one
            fields.putIfAbsent(PERMIT_FROM, permit.on().toString());
            fields.put(PERMIT_UNTIL, permit.until().toString());
        } else if (step instanceof RouteStep.Sequel last) {
            fields.put(SEQUEL, last.sequel().name());
            fields.put(SEQUEL_ON, last.on().toString());
        }
        return of(fields);
    }

    /** Everything in it that the law of the route does not allow; empty for a route that can be recorded. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        checkReflection(faults);
        checkAnswer(faults);
        checkPermit(faults);
        checkSequel(faults);
        return List.copyOf(faults);
    }

    private void checkReflection(List<Fault> faults) {
        if (from.isEmpty()) {
            Stream.of(
                            missingStart(until.isPresent(), UNTIL),
                            missingStart(ground.isPresent(), GROUND),
                            missingStart(endedOn.isPresent(), ENDED_ON),
                            missingStart(endedBy.isPresent(), ENDED_BY))
                    .flatMap(Optional::stream)
                    .forEach(faults::add);
            return;
        }
        var first = from.get();
        if (!RouteTerms.knownOn(first)) {
            faults.add(Fault.of(FROM, "route.error.no-term"));
            return;
        }
        var longest = lastDayOfReflection(groundThatCounts(), first);
        until.filter(last -> last.isBefore(first))
                .ifPresent(last -> faults.add(Fault.of(UNTIL, "route.error.before-start")));
        until.filter(last -> last.isAfter(longest))
                .ifPresent(last -> faults.add(Fault.of(
                        UNTIL,
                        groundThatCounts() == ReflectionGround.DUBLIN
                                ? "route.error.too-long-dublin"
                                : "route.error.too-long",
                        DAY.format(longest))));
        if (endedOn.isPresent() != endedBy.isPresent()) {
            faults.add(Fault.of(endedOn.isPresent() ? ENDED_BY : ENDED_ON, "route.error.end-incomplete"));
        }
        endedOn.filter(end -> end.isBefore(first))
                .ifPresent(end -> faults.add(Fault.of(ENDED_ON, "route.error.before-start")));
        endedOn.filter(end -> end.isAfter(until.orElse(longest)))
                .ifPresent(end -> faults.add(
                        Fault.of(ENDED_ON, "route.error.end-after-last-day", DAY.format(until.orElse(longest)))));
    }

    private static Optional<Fault> missingStart(boolean there, String field) {
        return there ? Optional.of(Fault.of(field, "route.error.no-start")) : Optional.empty();
    }

    private void checkAnswer(List<Fault> faults) {
        if (answer.isPresent() != answeredOn.isPresent()) {
            faults.add(Fault.of(answer.isPresent() ? ANSWERED_ON : ANSWER, "route.error.answer-incomplete"));
            return;
        }
        var byAnswer = endedBy.filter(EarlyEnd::byAnswer);
        if (byAnswer.isPresent()
                && (!answer.flatMap(RouteAnswer::ends).equals(byAnswer) || !answeredOn.equals(endedOn))) {
            faults.add(Fault.of(ENDED_BY, "route.error.end-needs-answer"));
        }
        if (answer.isEmpty()) {
            if (m55On.isPresent()) {
                faults.add(Fault.of(M55_ON, "route.error.m55-without-answer"));
            }
            return;
        }
        var given = answer.get();
        var on = answeredOn.get();
        if (given == RouteAnswer.WITNESS && from.isPresent()) {
            faults.add(Fault.of(ANSWER, "route.error.witness"));
        }
        if (from.filter(on::isBefore).isPresent()) {
            faults.add(Fault.of(ANSWERED_ON, "route.error.answer-before-start"));
        }
        if (given.ends().isPresent()
                && endedOn.or(this::lastDay).filter(on::isBefore).isPresent()) {
            faults.add(Fault.of(ENDED_ON, "route.error.answer-ends-period"));
        }
        if (m55On.isPresent() && !given.leadsToM55()) {
            faults.add(Fault.of(M55_ON, "route.error.m55-without-answer"));
        }
        if (m55On.filter(sent -> sent.isBefore(on)).isPresent()) {
            faults.add(Fault.of(M55_ON, "route.error.m55-before-answer"));
        }
    }

    private boolean permitFollows() {
        return answer.filter(given -> given != RouteAnswer.NONE).isPresent()
                || endedBy.filter(EarlyEnd.OTHER_APPLICATION::equals).isPresent();
    }

    private void checkPermit(List<Fault> faults) {
        if (permitFrom.isPresent()
                && permitUntil.filter(permitFrom.get()::isAfter).isPresent()) {
            faults.add(Fault.of(PERMIT_UNTIL, "route.error.permit-before-start"));
        }
        if (!begun() || (permitFrom.isEmpty() && permitUntil.isEmpty())) {
            return;
        }
        if (!permitFollows()) {
            faults.add(Fault.of(PERMIT_UNTIL, "route.error.permit-without-answer"));
        }
        var earliest = m55On.or(() -> answeredOn).or(() -> endedOn);
        if (earliest.filter(day ->
                        permitFrom.or(() -> permitUntil).filter(day::isAfter).isPresent())
                .isPresent()) {
            faults.add(Fault.of(permitFrom.isPresent() ? PERMIT_FROM : PERMIT_UNTIL, "route.error.permit-too-early"));
        }
    }

    private void checkSequel(List<Fault> faults) {
        if (sequel.isPresent() != sequelOn.isPresent()) {
            faults.add(Fault.of(sequel.isPresent() ? SEQUEL_ON : SEQUEL, "route.error.sequel-incomplete"));
            return;
        }
        if (sequel.isEmpty()) {
            return;
        }
        if (!begun()) {
            faults.add(Fault.of(SEQUEL, "route.error.sequel-without-route"));
        }
        if (sequel.get() == RouteSequel.B9 && permitUntil.isEmpty() && permitFrom.isEmpty()) {
            faults.add(Fault.of(SEQUEL, "route.error.b9-without-permit"));
        }
        if (Stream.of(from, endedOn, answeredOn, m55On, permitFrom)
                .flatMap(Optional::stream)
                .anyMatch(sequelOn.get()::isBefore)) {
            faults.add(Fault.of(SEQUEL_ON, "route.error.sequel-too-early"));
        }
    }
}
