package nl.samenzicht.web.officer;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.oversight.AlertService;
import nl.samenzicht.domain.oversight.AnomalyRule;
import nl.samenzicht.domain.oversight.SampleCard;
import nl.samenzicht.domain.oversight.SampleService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.Terms;

/** What oversight has waiting: emergency access to review, alerts to judge, and the sample of the month. */
@ApplicationScoped
class OversightDuties {
    private final BreakGlassService emergencies;
    private final AlertService alerts;
    private final SampleService samples;

    protected OversightDuties() {
        this(null, null, null);
    }

    @Inject
    OversightDuties(BreakGlassService emergencies, AlertService alerts, SampleService samples) {
        this.emergencies = emergencies;
        this.alerts = alerts;
        this.samples = samples;
    }

    private record Duties(int order, Supplier<List<OfficerDuties.Duty>> waiting) implements OfficerDuties {
        @Override
        public List<OfficerDuties.Duty> dutiesFor(ActingProfessional who) {
            return waiting.get();
        }
    }

    @Produces
    OfficerDuties reviews() {
        return new Duties(100, () -> {
            var waiting = emergencies.reviews().waiting();
            return waiting.isEmpty()
                    ? List.of()
                    : List.of(new OfficerDuties.Duty(
                            VaadinIcon.ALARM,
                            Terms.text("duty.reviews", waiting.size()),
                            Optional.of(waiting.get(0).reviewDue()),
                            Terms.text("duty.reviews.rule"),
                            "officer/emergencies",
                            true));
        });
    }

    @Produces
    OfficerDuties alerts() {
        return new Duties(110, () -> {
            var waiting = alerts.alerts().waiting();
            return waiting.isEmpty()
                    ? List.of()
                    : List.of(new OfficerDuties.Duty(
                            VaadinIcon.EXCLAMATION_CIRCLE_O,
                            Terms.text("duty.alerts", waiting.size()),
                            Optional.empty(),
                            "",
                            "officer/alerts",
                            waiting.stream().anyMatch(alert -> alert.rule() == AnomalyRule.EMERGENCIES)));
        });
    }

    @Produces
    OfficerDuties samples() {
        return new Duties(120, () -> {
            var list = samples.samples();
            var duties = new ArrayList<OfficerDuties.Duty>();
            list.due()
                    .ifPresent(month -> duties.add(new OfficerDuties.Duty(
                            VaadinIcon.RANDOM,
                            Terms.text("duty.sample.draw", Terms.month(month)),
                            Optional.of(list.dueUntil()),
                            Terms.text("duty.sample.rule"),
                            "officer/samples",
                            false)));
            var left = list.samples().stream()
                    .mapToInt(card -> card.drawn() - card.judged())
                    .sum();
            if (left > 0) {
                duties.add(new OfficerDuties.Duty(
                        VaadinIcon.RANDOM,
                        Terms.text("duty.sample.judge", left),
                        Optional.empty(),
                        "",
                        "officer/samples?sample="
                                + list.samples().stream()
                                        .filter(SampleCard::waits)
                                        .findFirst()
                                        .orElseThrow()
                                        .id(),
                        false));
            }
            return duties;
        });
    }
}
