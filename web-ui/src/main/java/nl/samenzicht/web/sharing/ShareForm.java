package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentView;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.ProvisionView;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.consent.ConsentWords;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.police.ProvisionWords;

/** The left pane: what is given, to whom, for what, on which ground, and until when. */
class ShareForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MONTHS = 3;
    private static final int LONGEST_MESSAGE = 2_000;

    /** What the form needs to know, and whom it tells of changes. */
    interface World {
        CaseFileId caseFile();

        CaseOverview card();

        List<AgencyCard> recipients();

        List<Person> people(AgencyCard agency);

        Set<Purpose> purposes();

        boolean police();

        List<ConsentView> consents();

        List<ProvisionView> provisions();

        LocalDate today();

        void recordConsent(Runnable after);

        void recordProvision(Runnable after);

        /** Something changed; {@code seenDiffers} when the recipient would see something else, or may not. */
        void changed(boolean seenDiffers);
    }

    /** Somebody at the recipient. */
    record Person(ProfessionalId id, String name) {}

    /** What the form starts with. */
    record Asked(Set<ItemId> items, Optional<AgencyCard> recipient, Purpose purpose) {
        Asked {
            items = Set.copyOf(items);
        }
    }

    private final transient World world;
    private final DataCategory category;
    private final transient List<ItemView> own;
    private final RadioButtonGroup<Boolean> standing = new RadioButtonGroup<>(Terms.text("share.field.what"));
    private final CheckboxGroup<ItemView> items = new CheckboxGroup<>(Terms.text("share.field.items"));
    private final ComboBox<AgencyCard> recipient = new ComboBox<>(Terms.text("share.field.recipient"));
    private final ComboBox<Person> person = new ComboBox<>(Terms.text("share.field.person"));
    private final Select<Purpose> purpose = new Select<>();
    private final RadioButtonGroup<Ground> ground = new RadioButtonGroup<>(Terms.text("share.field.ground"));
    private final Div basis = new Div();
    private final Select<ConsentView> consent = new Select<>();
    private final Select<ProvisionView> provision = new Select<>();
    private final DatePicker lastDay = Days.picker(Terms.text("share.field.last-day"));
    private final TextArea words = new TextArea(Terms.text("share.field.message"));
    private final transient Map<String, Boolean> leftOut = new HashMap<>();
    private transient List<ConsentView> recorded;
    private transient List<ProvisionView> decided;
    private boolean quiet;

    ShareForm(World world, DataCategory category, List<ItemView> own, Asked asked) {
        this.world = world;
        this.category = category;
        this.own = List.copyOf(own);
        addClassName("share-form");
        fillWhat(asked);
        fillWhom(asked);
        fillGround();
        fillRest();
        add(
                part("share.part.what", standing, items),
                part("share.part.whom", recipient, person),
                part("share.part.why", purpose, ground, basis),
                part("share.part.until", lastDay, words));
    }

    private static Section part(String title, Component... fields) {
        var part = new Section(new H2(Terms.text(title)));
        part.addClassName("share-part");
        part.add(fields);
        return part;
    }

    private void fillWhat(Asked asked) {
        standing.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        standing.setItems(false, true);
        standing.setItemLabelGenerator(all -> Terms.text(all ? "share.what.standing" : "share.what.items"));
        standing.setValue(false);
        items.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        items.setItems(own);
        items.setItemLabelGenerator(item -> ItemTitle.of(category, item));
        var wanted =
                own.stream().filter(item -> asked.items().contains(item.id())).collect(Collectors.toSet());
        items.setValue(wanted.isEmpty() ? Set.copyOf(own) : wanted);
        standing.addValueChangeListener(change -> {
            items.setVisible(!change.getValue());
            tell(true);
        });
        items.addValueChangeListener(change -> tell(true));
    }

    private void fillWhom(Asked asked) {
        recipient.setItems(world.recipients());
        recipient.setItemLabelGenerator(AgencyCard::name);
        person.setItemLabelGenerator(Person::name);
        person.setClearButtonVisible(true);
        person.setHelperText(Terms.text("share.field.person.help"));
        recipient.addValueChangeListener(change -> {
            hushed(() -> {
                person.setItems(change.getValue() == null ? List.of() : world.people(change.getValue()));
                person.clear();
                showBasis();
            });
            tell(true);
        });
        person.addValueChangeListener(change -> tell(true));
        asked.recipient()
                .or(() -> Optional.of(world.recipients())
                        .filter(all -> all.size() == 1)
                        .map(all -> all.get(0)))
                .ifPresent(agency -> hushed(() -> {
                    recipient.setValue(agency);
                    person.setItems(world.people(agency));
                }));
        purpose.setLabel(Terms.text("share.field.purpose"));
        purpose.setItems(world.purposes().stream().sorted().toList());
        purpose.setItemLabelGenerator(Terms::of);
        purpose.setValue(world.purposes().contains(asked.purpose()) ? asked.purpose() : null);
        purpose.addValueChangeListener(change -> {
            hushed(this::showBasis);
            tell(true);
        });
    }

    private void fillGround() {
        ground.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        ground.addClassName("share-grounds");
        var grounds = grounds();
        ground.setItems(grounds);
        ground.setRenderer(new ComponentRenderer<>(ShareForm::groundWords));
        ground.setValue(grounds.get(0));
        ground.addValueChangeListener(change -> {
            hushed(this::showBasis);
            tell(true);
        });
        basis.addClassName("share-basis");
        consent.setLabel(Terms.text("share.field.consent"));
        consent.setItemLabelGenerator(ConsentWords::choice);
        consent.addValueChangeListener(change -> {
            hushed(this::limitLastDay);
            tell(true);
        });
        provision.setLabel(Terms.text("share.field.provision"));
        provision.setItemLabelGenerator(ProvisionWords::choice);
        provision.addValueChangeListener(change -> {
            hushed(this::limitLastDay);
            tell(true);
        });
    }

    /** The police give on a decision; only a case of a Zorg- en Veiligheidshuis has the WGS as a ground. */
    private List<Ground> grounds() {
        if (world.police()) {
            return List.of(Ground.WPG_PROVISION);
        }
        return Stream.of(
                        Ground.CONSENT,
                        Ground.STATUTORY_TASK,
                        Ground.WGS,
                        Ground.VITAL_INTEREST,
                        Ground.OTHER_DOCUMENTED)
                .filter(each -> each != Ground.WGS || world.card().cooperation().framework() == Framework.WGS_ZVH)
                .toList();
    }

    private static Component groundWords(Ground ground) {
        var name = new Span(Terms.of(ground));
        name.addClassName("ground-name");
        var meaning = new Span(Terms.text("share.ground." + ground.name()));
        meaning.addClassName("hint");
        var both = new Div(name, meaning);
        both.addClassName("ground-choice");
        return both;
    }

    private void fillRest() {
        lastDay.setMin(world.today());
        lastDay.setValue(world.today().plusMonths(USUAL_MONTHS));
        lastDay.addValueChangeListener(change -> tell(false));
        words.setMaxLength(LONGEST_MESSAGE);
        words.setHelperText(Terms.text("share.field.message.help"));
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.ON_BLUR);
    }

    /** Shows the first state; once, when all around it stands. */
    void begin() {
        hushed(this::showBasis);
        world.changed(true);
    }

    /** What the chosen ground rests on: a consent or a decision, or how to get one. */
    private void showBasis() {
        basis.removeAll();
        if (ground.getValue() == Ground.CONSENT) {
            showConsents();
        } else if (ground.getValue() == Ground.WPG_PROVISION) {
            showProvisions();
        }
        limitLastDay();
    }

    private void showConsents() {
        if (recipient.isEmpty() || purpose.isEmpty()) {
            consent.setItems(List.of());
            basis.add(hint("share.consent.first"));
            return;
        }
        if (recorded == null) {
            recorded = world.consents();
        }
        var fitting = recorded.stream()
                .filter(each -> each.recipient().equals(recipient.getValue())
                        && each.category() == category
                        && purpose.getValue().within(each.purpose()))
                .toList();
        var granted = fitting.stream()
                .filter(each -> each.state() == ConsentState.GRANTED)
                .toList();
        consent.setItems(granted);
        if (granted.isEmpty()) {
            var refused = fitting.stream().anyMatch(each -> each.state() == ConsentState.REFUSED);
            basis.add(
                    hint(refused ? "share.consent.refused" : "share.consent.none"),
                    new Button(Terms.text("consent.record.label"), click -> recordConsent()));
            return;
        }
        consent.setValue(granted.get(0));
        basis.add(consent);
    }

    private void showProvisions() {
        if (recipient.isEmpty() || purpose.isEmpty()) {
            provision.setItems(List.of());
            basis.add(hint("share.provision.first"));
            return;
        }
        if (decided == null) {
            decided = world.provisions();
        }
        var now = Terms.through(world.today().minusDays(1));
        var fitting = decided.stream()
                .filter(each ->
                        each.decision().recipient().equals(recipient.getValue().id())
                                && purpose.getValue().within(each.decision().purpose())
                                && each.decision().until().isAfter(now))
                .toList();
        provision.setItems(fitting);
        if (fitting.isEmpty()) {
            basis.add(
                    hint("share.provision.none"),
                    new Button(Terms.text("provision.record.label"), click -> recordProvision()));
            return;
        }
        provision.setValue(fitting.get(0));
        basis.add(provision);
    }

    /** A share ends with the framework, the consent or the decision that it rests on at the latest; and says with which. */
    private void limitLastDay() {
        var framework = world.card().cooperation().until();
        var basedOn = ground.getValue() == Ground.CONSENT
                ? consent.getOptionalValue().map(ConsentView::until)
                : ground.getValue() == Ground.WPG_PROVISION
                        ? provision
                                .getOptionalValue()
                                .map(each -> each.decision().until())
                        : Optional.<Instant>empty();
        var limitedByBasis = basedOn.filter(end -> framework.map(end::isBefore).orElse(true));
        var limit = limitedByBasis.or(() -> framework).map(Terms::lastDate);
        lastDay.setMax(limit.orElse(null));
        lastDay.setHelperText(limit.map(day -> Terms.text(
                        limitedByBasis.isPresent() ? "share.field.last-day.basis" : "share.field.last-day.help",
                        Terms.day(day)))
                .orElse(null));
        limit.filter(day -> lastDay.getValue() != null && lastDay.getValue().isAfter(day))
                .ifPresent(lastDay::setValue);
    }

    private static Paragraph hint(String key) {
        var hint = new Paragraph(Terms.text(key));
        hint.addClassName("hint");
        return hint;
    }

    void recordConsent() {
        world.recordConsent(() -> {
            recorded = null;
            choose(Ground.CONSENT);
        });
    }

    void recordProvision() {
        world.recordProvision(() -> {
            decided = null;
            choose(Ground.WPG_PROVISION);
        });
    }

    void choose(Purpose other) {
        purpose.setValue(other);
    }

    void choose(Ground other) {
        hushed(() -> {
            ground.setValue(other);
            showBasis();
        });
        tell(true);
    }

    void withhold(String field, boolean leaveOut) {
        leftOut.put(field, leaveOut);
        tell(true);
    }

    private void hushed(Runnable act) {
        var before = quiet;
        quiet = true;
        act.run();
        quiet = before;
    }

    private void tell(boolean seenDiffers) {
        if (!quiet) {
            world.changed(seenDiffers);
        }
    }

    Optional<AgencyCard> recipient() {
        return recipient.getOptionalValue();
    }

    Optional<Purpose> purpose() {
        return purpose.getOptionalValue();
    }

    String personName(ProfessionalId id) {
        return person.getOptionalValue()
                .filter(chosen -> chosen.id().equals(id))
                .map(Person::name)
                .orElse("");
    }

    private List<ItemView> given() {
        return standing.getValue()
                ? own
                : own.stream().filter(items.getValue()::contains).toList();
    }

    /** The fields with a value in what is given. */
    Set<String> filled() {
        return ShareFields.filled(category, given());
    }

    /** Fields that this purpose does not need are left out unless somebody put them back, and others when asked. */
    private Set<String> withheld() {
        var concerned = new HashSet<>(filled());
        var notNeeded = ShareFields.notNeeded(category, purpose.getValue());
        if (standing.getValue()) {
            concerned.addAll(notNeeded);
        }
        return concerned.stream()
                .filter(key -> leftOut.getOrDefault(key, notNeeded.contains(key)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What still has to be chosen before anything can be shown, in words. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (given().isEmpty()) {
            missing.add(Terms.text("share.missing.items"));
        }
        if (recipient.isEmpty()) {
            missing.add(Terms.text("share.missing.recipient"));
        }
        if (purpose.isEmpty()) {
            missing.add(Terms.text("share.missing.purpose"));
        }
        return missing;
    }

    /** The share as it is filled in; nothing as long as something is missing. */
    Optional<ShareDraft> draft() {
        if (!missing().isEmpty() || lastDay.isEmpty() || lastDay.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(new ShareDraft(
                world.caseFile(),
                category,
                standing.getValue(),
                standing.getValue()
                        ? Set.of()
                        : given().stream().map(ItemView::id).collect(Collectors.toSet()),
                withheld(),
                recipient.getValue().id(),
                person.getOptionalValue().map(Person::id),
                purpose.getValue(),
                ground.getValue(),
                consentId(),
                provisionId(),
                Optional.of(words.getValue()).filter(text -> !text.isBlank()),
                Terms.through(lastDay.getValue())));
    }

    private Optional<ConsentId> consentId() {
        return ground.getValue() == Ground.CONSENT ? consent.getOptionalValue().map(ConsentView::id) : Optional.empty();
    }

    private Optional<UUID> provisionId() {
        return ground.getValue() == Ground.WPG_PROVISION
                ? provision.getOptionalValue().map(ProvisionView::id)
                : Optional.empty();
    }
}
