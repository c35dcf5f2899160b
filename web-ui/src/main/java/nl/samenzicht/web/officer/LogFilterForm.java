package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.officer.LogQuery.Limit;

/** Where an officer says what to limit the log to. */
class LogFilterForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;
    private final TextField search = new TextField();
    private final TextField person = new TextField();
    private final ComboBox<ProfessionalCard> professional = new ComboBox<>();
    private final ComboBox<AgencyCard> agency = new ComboBox<>();
    private final Select<String> function = new Select<>();
    private final Select<String> purpose = new Select<>();
    private final ComboBox<String> action = new ComboBox<>();
    private final Select<String> outcome = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Checkbox emergency = new Checkbox();
    private transient LogQuery base = LogQuery.everything();

    LogFilterForm(LogWords words, OfficerService.Choices choices, Consumer<LogQuery> chosen) {
        this.words = words;
        addClassName("log-filter");
        search.setLabel(words.text("log.filter.search"));
        search.setPlaceholder(words.text("log.filter.search.example"));
        search.setMaxLength(20);
        search.setClearButtonVisible(true);
        person.setLabel(words.text("log.filter.person"));
        person.setPlaceholder(words.text("log.filter.person.example"));
        person.setMaxLength(20);
        person.setClearButtonVisible(true);
        professional.setLabel(words.text("log.filter.professional"));
        professional.setItems(choices.people());
        professional.setItemLabelGenerator(ProfessionalCard::displayName);
        professional.setClearButtonVisible(true);
        agency.setLabel(words.text("log.filter.agency"));
        agency.setItems(choices.agencies());
        agency.setItemLabelGenerator(AgencyCard::name);
        agency.setClearButtonVisible(true);
        codes(
                function,
                "log.filter.function",
                Arrays.stream(nl.samenzicht.security.directory.Function.values()),
                words::function);
        codes(purpose, "log.filter.purpose", Arrays.stream(Purpose.values()), words::purpose);
        codes(
                outcome,
                "log.filter.outcome",
                Arrays.stream(Outcome.values()),
                code -> words.outcome(Outcome.valueOf(code)));
        action.setLabel(words.text("log.filter.action"));
        action.setItems(actions());
        action.setItemLabelGenerator(words::action);
        action.setClearButtonVisible(true);
        from.setLabel(words.text("log.filter.from"));
        until.setLabel(words.text("log.filter.until"));
        from.setLocale(words.locale());
        until.setLocale(words.locale());
        emergency.setLabel(words.text("log.filter.emergency"));
        var show = new Button(words.text("log.filter.show"), click -> chosen.accept(asked()));
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.addClickShortcut(Key.ENTER).listenOn(this);
        var clear = new Button(words.text("log.filter.clear"), click -> chosen.accept(LogQuery.everything()));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(emergency, show, clear);
        actions.addClassName("log-filter-actions");
        add(search, person, professional, agency, function, purpose, action, outcome, from, until, actions);
    }

    private List<String> actions() {
        return Stream.concat(
                        Arrays.stream(Action.values()).map(Action::name),
                        Stream.of(
                                "PUBLISH_RULEBOOK",
                                "SIGN_IN",
                                "SIGN_OUT",
                                "END_SESSION",
                                "SET_PASSWORD",
                                "SET_SECOND_FACTOR"))
                .sorted(Comparator.comparing(words::action, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private void codes(
            Select<String> select, String label, Stream<? extends Enum<?>> codes, Function<String, String> word) {
        select.setLabel(words.text(label));
        select.setItems(codes.map(Enum::name).toList());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("log.filter.any"));
        select.setItemLabelGenerator(code -> code == null ? words.text("log.filter.any") : word.apply(code));
    }

    /** Shows what the log is limited to now. */
    void show(LogQuery query, OfficerService.Choices choices) {
        base = query;
        search.setValue(
                query.value(Limit.CASE).or(() -> query.value(Limit.CODE)).orElse(""));
        person.setValue(query.value(Limit.PERSON_OF).orElse(""));
        professional.setValue(choices.people().stream()
                .filter(card -> query.value(Limit.PROFESSIONAL)
                        .equals(Optional.of(card.id().toString())))
                .findFirst()
                .orElse(null));
        agency.setValue(choices.agencies().stream()
                .filter(card ->
                        query.value(Limit.AGENCY).equals(Optional.of(card.id().toString())))
                .findFirst()
                .orElse(null));
        function.setValue(query.value(Limit.FUNCTION).orElse(null));
        purpose.setValue(query.value(Limit.PURPOSE).orElse(null));
        action.setValue(query.value(Limit.ACTION).orElse(null));
        outcome.setValue(query.value(Limit.OUTCOME).orElse(null));
        from.setValue(query.day(Limit.FROM).orElse(null));
        until.setValue(query.day(Limit.UNTIL).orElse(null));
        emergency.setValue(query.value(Limit.EMERGENCY).isPresent());
    }

    private LogQuery asked() {
        var typed = search.getValue().strip();
        var code = typed.contains("SZ") || typed.contains("sz") ? Optional.<EntryCode>empty() : EntryCode.typed(typed);
        var asked = base.without(Limit.CASE).without(Limit.CODE);
        if (!typed.isEmpty()) {
            asked = code.isPresent() ? asked.with(Limit.CODE, code.get()) : asked.with(Limit.CASE, typed);
        }
        return asked.with(
                        Limit.PROFESSIONAL,
                        professional.getValue() == null
                                ? base.value(Limit.PROFESSIONAL)
                                        .filter(this::unlisted)
                                        .orElse(null)
                                : professional.getValue().id())
                .with(
                        Limit.AGENCY,
                        agency.getValue() == null ? null : agency.getValue().id())
                .with(Limit.PERSON_OF, person.getValue().strip())
                .with(Limit.FUNCTION, function.getValue())
                .with(Limit.PURPOSE, purpose.getValue())
                .with(Limit.ACTION, action.getValue())
                .with(Limit.OUTCOME, outcome.getValue())
                .with(Limit.FROM, from.getValue())
                .with(Limit.UNTIL, until.getValue())
                .with(Limit.EMERGENCY, emergency.getValue() ? "true" : null);
    }

    /** Somebody of another agency was chosen by a link in the log, and is not in the list to choose from. */
    private boolean unlisted(String id) {
        return professional
                .getListDataView()
                .getItems()
                .noneMatch(card -> card.id().toString().equals(id));
    }
}
