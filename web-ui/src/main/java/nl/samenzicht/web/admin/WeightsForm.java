package nl.samenzicht.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Dimension;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.Indicator.Weighed;
import nl.samenzicht.domain.indicator.IndicatorSet;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.indicator.Weight;
import nl.samenzicht.domain.indicator.WeightsService;
import nl.samenzicht.domain.indicator.WeightsService.Entered;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/** Entering one official list: each indicator with the weight that it had so far, and what would change before it does. */
class WeightsForm extends Section {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 12;
    private static final int LONGEST_SOURCE = 300;

    private final transient WeightsService service;
    private final transient IndicatorSet last;
    private final transient Consumer<Entered> after;
    private final Select<Profile> profile = new Select<>();
    private final Div groups = new Div();
    private final TextField source = new TextField(Terms.text("weights.source.label"));
    private final DatePicker from = Days.picker(Terms.text("weights.from.label"));
    private final FormMessage message = new FormMessage();
    private final transient Map<String, Weight> chosen = new LinkedHashMap<>();

    WeightsForm(WeightsService service, IndicatorSet last, Consumer<Entered> after) {
        this.service = service;
        this.last = last;
        this.after = after;
        addClassNames("panel", "weights-form");
        getElement().setAttribute("data-form", true);
        profile.setLabel(Terms.text("weights.list.label"));
        profile.setHelperText(Terms.text("weights.list.help"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(Terms::of);
        profile.setValue(Profile.ADULT_SEXUAL);
        profile.addValueChangeListener(change -> ask());
        groups.addClassName("weights-groups");
        source.setHelperText(Terms.text("weights.source.help"));
        source.setMaxLength(LONGEST_SOURCE);
        source.setRequiredIndicatorVisible(true);
        source.setId("weights-source");
        var today = LocalDate.now(Terms.AMSTERDAM);
        from.setMin(today);
        from.setValue(today);
        var check = new Button(Terms.text("weights.check.label"), click -> message.attempt(this::check));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.setId("check-weights");
        var fields = new Div(source, from);
        fields.addClassName("weights-fields");
        add(
                new H2(Terms.text("weights.list.title")),
                profile,
                new Paragraph(Terms.text("weights.legend")),
                groups,
                fields,
                message,
                check);
        ask();
    }

    private void ask() {
        chosen.clear();
        groups.removeAll();
        message.clear();
        last.all().stream()
                .filter(Indicator::counts)
                .forEach(indicator ->
                        weighed(indicator).ifPresent(weighed -> chosen.put(indicator.code(), weighed.weight())));
        for (var dimension : Dimension.values()) {
            groups.add(group(
                    Terms.of(dimension),
                    last.all().stream()
                            .filter(indicator -> indicator.dimension().equals(Optional.of(dimension)))
                            .toList()));
        }
    }

    private Optional<Weighed> weighed(Indicator indicator) {
        return Optional.ofNullable(indicator.weights().get(profile.getValue()));
    }

    private Details group(String name, List<Indicator> indicators) {
        long provisional = indicators.stream()
                .filter(indicator ->
                        weighed(indicator).filter(Weighed::provisional).isPresent())
                .count();
        var rows = new UnorderedList();
        rows.addClassNames("rows", "weights-rows");
        var details = new Details(Terms.text("weights.group", name, indicators.size(), provisional), rows);
        details.addClassName("weights-group");
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && rows.getChildren().findAny().isEmpty()) {
                indicators.forEach(indicator -> rows.add(row(indicator)));
            }
        });
        return details;
    }

    private ListItem row(Indicator indicator) {
        var words = new Span(indicator.in(Terms.locale().getLanguage()));
        words.addClassName("row-title");
        var code = new Span(indicator.code());
        code.addClassName("row-detail");
        var side = new Div(words, code);
        side.addClassName("row-words");
        var before = weighed(indicator);
        var weight = new Select<Weight>();
        weight.setAriaLabel(indicator.in(Terms.locale().getLanguage()));
        weight.setItems(Weight.values());
        weight.setEmptySelectionAllowed(true);
        weight.setEmptySelectionCaption(Terms.text("weights.none"));
        weight.setItemLabelGenerator(each -> each == null ? Terms.text("weights.none") : Terms.of(each));
        weight.setValue(chosen.get(indicator.code()));
        var badges = new Div();
        badges.addClassName("weights-badge");
        Runnable mark = () -> {
            badges.removeAll();
            if (!Optional.ofNullable(weight.getValue()).equals(before.map(Weighed::weight))) {
                badges.add(new Badge(Terms.text("weights.row.changed"), Tone.QUIET));
            } else if (before.filter(Weighed::provisional).isPresent()) {
                badges.add(new Badge(Terms.text("weights.row.provisional"), Tone.WARN));
            }
        };
        weight.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                chosen.remove(indicator.code());
            } else {
                chosen.put(indicator.code(), change.getValue());
            }
            getElement().setAttribute("data-draft", true);
            mark.run();
        });
        mark.run();
        var row = new ListItem(side, badges, weight);
        row.addClassName("row");
        row.getElement().setAttribute("data-indicator", indicator.code());
        return row;
    }

    /** Shows what a new version would change; enters it only then. */
    private void check() {
        if (from.getValue() == null) {
            throw new NotPossible("weights.error.day-past");
        }
        var changed = last.all().stream()
                .filter(Indicator::counts)
                .filter(indicator -> !Optional.ofNullable(chosen.get(indicator.code()))
                        .equals(weighed(indicator).map(Weighed::weight)))
                .toList();
        var list = new UnorderedList();
        changed.stream().limit(MOST_NAMED).forEach(indicator -> list.add(new ListItem(change(indicator))));
        if (changed.size() > MOST_NAMED) {
            list.add(new ListItem(Terms.text("weights.confirm.more", changed.size() - MOST_NAMED)));
        }
        var entered = new Entered[1];
        new ActDialog(
                        Terms.text("weights.confirm.title", changed.size()),
                        Terms.text("weights.confirm.label"),
                        () -> entered[0] = enter(),
                        () -> after.accept(entered[0]))
                .asking(
                        new Paragraph(Terms.text(
                                "weights.confirm.text",
                                Terms.day(from.getValue()),
                                Terms.of(profile.getValue()),
                                chosen.size())),
                        changed.isEmpty() ? new Paragraph(Terms.text("weights.confirm.same")) : list)
                .open();
    }

    private String change(Indicator indicator) {
        return indicator.code() + " "
                + indicator.in(Terms.locale().getLanguage()) + ": "
                + said(weighed(indicator).map(Weighed::weight)) + " → "
                + said(Optional.ofNullable(chosen.get(indicator.code())));
    }

    private static String said(Optional<Weight> weight) {
        return weight.map(Terms::of).orElseGet(() -> Terms.text("weights.none"));
    }

    private Entered enter() {
        return service.enter(last.version(), profile.getValue(), chosen, from.getValue(), source.getValue());
    }
}
