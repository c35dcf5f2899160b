package nl.samenzicht.web.breach;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenzicht.domain.breach.BreachDoing;
import nl.samenzicht.domain.breach.BreachPage;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.BreachStep;
import nl.samenzicht.domain.breach.Risk;
import nl.samenzicht.domain.breach.SilenceGround;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Asks for what one step of a breach needs, and does it. */
class BreachStepDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    private final transient BreachPage page;
    private final BreachStep step;
    private final DateTimePicker at;
    private final TextArea words;

    BreachStepDialog(BreachService breaches, BreachPage page, BreachStep step, Instant now, Runnable after) {
        this(breaches, page, step, now, after, new Asked());
    }

    /** What this step makes of the fields, found once they are there. */
    private static final class Asked {
        private Supplier<BreachDoing> doing;
    }

    private BreachStepDialog(
            BreachService breaches, BreachPage page, BreachStep step, Instant now, Runnable after, Asked asked) {
        super(
                Terms.text("breach-step.act." + step),
                Terms.text("breach-step.act." + step),
                () -> breaches.act(page.card().number(), page.seen(), asked.doing.get()),
                after);
        this.page = page;
        this.step = step;
        at = BreachPages.asking(Terms.text("breach.step.at"), Optional.of(now));
        at.setHelperText(Terms.AMSTERDAM.getId());
        words = BreachPages.words("breach-step.words." + step);
        asking(new Paragraph(Terms.text("breach-step.help." + step)));
        asked.doing = switch (step) {
            case ASSESS -> assess();
            case NOTIFY, SUPPLEMENT -> notified();
            case NOT_INFORM -> silent();
            case NOT_NOTIFY, INFORM, CLOSE -> () -> BreachDoing.of(step, moment(), words.getValue());
        };
        asking(at, words);
    }

    /** When it was done. The clock's own minute began before the breach was known, when that was just now. */
    private Instant moment() {
        var typed = BreachPages.needed(at);
        var aware = page.card().course().aware();
        return typed.isBefore(aware) && typed.plusSeconds(60).isAfter(aware) ? aware : typed;
    }

    private Supplier<BreachDoing> assess() {
        var risk = this.<Risk>radios("breach.risk", List.of(Risk.values()));
        return () -> new BreachDoing(
                step,
                moment(),
                Optional.ofNullable(risk.getValue()),
                false,
                Optional.empty(),
                Optional.empty(),
                words.getValue());
    }

    private Supplier<BreachDoing> notified() {
        var complete = new Checkbox(Terms.text("breach.complete"));
        complete.setHelperText(
                Terms.text(page.account().isComplete() ? "breach.complete.help" : "breach.complete.missing"));
        asking(complete);
        var delay = BreachPages.words("breach.delay");
        delay.setVisible(step == BreachStep.NOTIFY && late());
        at.addValueChangeListener(changed -> delay.setVisible(step == BreachStep.NOTIFY && late()));
        asking(delay);
        return () -> BreachDoing.notified(
                step,
                complete.getValue(),
                Optional.of(delay.getValue()).filter(why -> delay.isVisible()),
                moment(),
                words.getValue());
    }

    private boolean late() {
        return BreachPages.typed(at).filter(page.card().course()::isLate).isPresent();
    }

    private Supplier<BreachDoing> silent() {
        var ground = this.<SilenceGround>radios(
                "breach.ground", SilenceGround.with(page.card().course().risk().orElseThrow()));
        ground.setItemLabelGenerator(each -> Terms.text(
                "rights.right.article", Terms.of(each), each.article(page.card().regime())));
        return () -> new BreachDoing(
                step,
                moment(),
                Optional.empty(),
                false,
                Optional.ofNullable(ground.getValue()),
                Optional.empty(),
                words.getValue());
    }

    private <E extends Enum<E>> RadioButtonGroup<E> radios(String key, Collection<E> offered) {
        var radios = new RadioButtonGroup<E>(Terms.text(key));
        radios.setItems(offered);
        radios.setItemLabelGenerator(Terms::of);
        radios.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        asking(radios);
        return radios;
    }
}
