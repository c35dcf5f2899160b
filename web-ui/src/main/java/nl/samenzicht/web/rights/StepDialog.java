package nl.samenzicht.web.rights;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.RequestDecision;
import nl.samenzicht.domain.rights.RequestPage;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.SubjectRight.Effect;
import nl.samenzicht.domain.rights.WithholdingGround;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Asks for what one step of a request needs, and does it. */
class StepDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    private final transient RightsService rights;
    private final transient Directory directory;
    private final transient RequestPage page;
    private final TextArea words;

    StepDialog(RightsService rights, Directory directory, RequestPage page, HandlingStep step, Runnable after) {
        this(rights, directory, page, step, after, new Asked());
    }

    /** What this step makes of the fields, found once they are there. */
    private static final class Asked {
        private Supplier<Doing> doing;
    }

    private StepDialog(
            RightsService rights,
            Directory directory,
            RequestPage page,
            HandlingStep step,
            Runnable after,
            Asked asked) {
        super(
                Terms.text("handling-step.act." + step),
                Terms.text("handling-step.act." + step),
                () -> rights.act(page.card().number(), page.seen(), asked.doing.get()),
                after);
        this.rights = rights;
        this.directory = directory;
        this.page = page;
        words = RightsPages.words(
                Terms.text("handling-step.words." + step),
                Terms.text("rights.words.help", RightsService.SHORTEST_WORDS));
        asking(new Paragraph(Terms.text("handling-step.help." + step)));
        asked.doing = switch (step) {
            case SCOPE -> scope();
            case DECIDE -> decide();
            case CARRY_OUT -> carryOut();
            default -> () -> Doing.of(step, words.getValue());
        };
        asking(words);
    }

    private Supplier<Doing> scope() {
        var categories = categories(
                Terms.text("rights.scope.categories"),
                Arrays.stream(DataCategory.values())
                        .filter(DataCategory::isContent)
                        .toList());
        var all = new Button(
                Terms.text("rights.scope.all"),
                click -> categories.select(Arrays.stream(DataCategory.values())
                        .filter(DataCategory::isContent)
                        .toList()));
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var from = new DatePicker(Terms.text("rights.scope.first"));
        var until = new DatePicker(Terms.text("rights.scope.last"));
        var period = new Div(from, until);
        period.addClassName("threshold-fields");
        page.scope().ifPresent(before -> {
            categories.setValue(before.categories());
            before.from().ifPresent(from::setValue);
            before.until().ifPresent(until::setValue);
        });
        asking(categories, all, period, new Paragraph(Terms.text("rights.scope.period.help")));
        return () -> Doing.scope(
                categories.getValue(),
                Optional.ofNullable(from.getValue()),
                Optional.ofNullable(until.getValue()),
                words.getValue());
    }

    private Supplier<Doing> decide() {
        var handling = page.card().handling();
        var decision = new RadioButtonGroup<RequestDecision>(Terms.text("rights.decide.label"));
        decision.setItems(handling.decisions());
        decision.setItemLabelGenerator(Terms::of);
        decision.setItemEnabledProvider(each -> each == RequestDecision.REFUSED || !page.parentBlocked());
        decision.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var ground = new Select<WithholdingGround>();
        ground.setLabel(Terms.text("rights.decide.ground"));
        ground.setItems(WithholdingGround.under(handling.regime()));
        ground.setItemLabelGenerator(
                each -> each == null ? "" : Terms.text("rights.right.article", Terms.of(each), each.article()));
        ground.setWidthFull();
        ground.setVisible(false);
        var scope = page.scope().map(Doing::categories).orElse(Set.of());
        var withheld = categories(
                Terms.text("rights.decide.withheld"), scope.stream().sorted().toList());
        withheld.setVisible(false);
        decision.addValueChangeListener(chosen -> {
            ground.setVisible(chosen.getValue() != RequestDecision.GRANTED);
            withheld.setVisible(chosen.getValue() == RequestDecision.PARTLY);
        });
        asking(decision, ground, withheld);
        return () -> {
            if (decision.getValue() == null) {
                throw new NotPossible("rights.error.no-decision");
            }
            return Doing.decide(
                    decision.getValue(),
                    Optional.ofNullable(ground.getValue())
                            .filter(any -> decision.getValue() != RequestDecision.GRANTED),
                    decision.getValue() == RequestDecision.PARTLY ? withheld.getValue() : Set.of(),
                    words.getValue());
        };
    }

    private Supplier<Doing> carryOut() {
        var effect = page.card().handling().right().effect();
        asking(new Paragraph(Terms.text("rights.effect." + effect)));
        if (effect != Effect.NONE) {
            var told = rights.whoWouldBeTold(page.card().number()).stream()
                    .map(directory::knownAgency)
                    .flatMap(Optional::stream)
                    .map(AgencyCard::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            asking(new Paragraph(
                    told.isEmpty() ? Terms.text("rights.would-tell.none") : Terms.text("rights.would-tell", told)));
        }
        return () -> Doing.of(HandlingStep.CARRY_OUT, words.getValue());
    }

    private static CheckboxGroup<DataCategory> categories(String label, List<DataCategory> offered) {
        var categories = new CheckboxGroup<DataCategory>(label);
        categories.setItems(offered);
        categories.setItemLabelGenerator(Terms::of);
        categories.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        categories.addClassName("rights-categories");
        return categories;
    }
}
