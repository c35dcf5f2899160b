package nl.samenzicht.security.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What people can do about a refusal in Samenzicht, from the lightest step to the heaviest. */
public final class ProductSteps {

    private ProductSteps() {}

    /** Returns all steps, lightest first; emergency access is last. */
    public static List<Step> all() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                Step.Kind.USE_SECOND_FACTOR,
                "",
                Reason.SECOND_FACTOR_MISSING,
                facts -> facts.but().flag(Flag.SECOND_FACTOR).build()));
        Arrays.stream(Purpose.values())
                .filter(purpose -> purpose != Purpose.ACUTE_SAFETY)
                .forEach(purpose -> steps.add(choosePurpose(purpose)));
        steps.add(new Step(
                Step.Kind.JOIN_CASE,
                "",
                Reason.NOT_PARTICIPATING,
                facts ->
                        facts.but().with(ParticipationState.ACTIVE).alwaysOpen().build()));
        steps.add(new Step(
                Step.Kind.OBTAIN_CONSENT,
                "",
                Reason.CONSENT_MISSING,
                facts -> facts.but()
                        .with(Ground.CONSENT)
                        .with(ConsentState.GRANTED)
                        .build()));
        for (var ground : List.of(Ground.CONSENT, Ground.STATUTORY_TASK, Ground.WGS)) {
            steps.add(requestShare(ground));
        }
        steps.add(new Step(
                Step.Kind.REQUEST_PROVISION,
                Ground.WPG_PROVISION.name(),
                Reason.NO_PROVISION,
                facts -> facts.but()
                        .with(facts.term(Action.class)
                                .filter(Action.SHARE_ITEM::equals)
                                .map(giving -> Relation.OWN)
                                .orElse(Relation.SHARED))
                        .with(Ground.WPG_PROVISION)
                        .flag(Flag.PROVISION_RECORDED)
                        .flag(Flag.SHARE_ENDED, false)
                        .alwaysOpen()
                        .build()));
        steps.add(new Step(
                Step.Kind.REQUEST_POLICE_CONSENT,
                "",
                Reason.NO_ONWARD_SHARING,
                facts -> facts.but().flag(Flag.POLICE_CONSENT).build()));
        steps.add(new Step(
                Step.Kind.BREAK_GLASS,
                Purpose.ACUTE_SAFETY.name(),
                Reason.NOT_SHARED,
                facts -> facts.but().with(Purpose.ACUTE_SAFETY).emergency(true).build()));
        return List.copyOf(steps);
    }

    private static Step choosePurpose(Purpose purpose) {
        return new Step(
                Step.Kind.CHOOSE_PURPOSE,
                purpose.name(),
                Reason.PURPOSE_NOT_FOR_FUNCTION,
                facts -> facts.but().with(purpose).build());
    }

    private static Step requestShare(Ground ground) {
        return new Step(Step.Kind.REQUEST_SHARE, ground.name(), Reason.NOT_SHARED, facts -> {
            var shared = facts.but()
                    .with(Relation.SHARED)
                    .with(ground)
                    .flag(Flag.SHARE_ENDED, false)
                    .alwaysOpen();
            return (ground == Ground.CONSENT ? shared.with(ConsentState.GRANTED) : shared.with(ConsentState.NONE))
                    .build();
        });
    }
}
