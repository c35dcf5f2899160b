package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.content.ItemForm;
import nl.samenzicht.web.content.VersionMerge;
import nl.samenzicht.web.forms.ActDialog;

/** What somebody can do with the items of a category that is open: record, change, look back, restrict. */
class ItemActs {
    private static final String BSN = "bsn";
    private static final int LONGEST_REASON = 1_000;

    /** What changes the content on its way here; an item that came so cannot be changed from what is seen. */
    private static final Set<Obligation> NOT_THE_WHOLE =
            EnumSet.of(Obligation.INITIALS_ONLY, Obligation.CARE_NEEDS_ONLY, Obligation.AGREED_ACTIONS_ONLY);

    private final CaseFileService caseFiles;
    private final CasePlace place;
    private final ActingProfessional who;
    private final PageLease.OwnAct own;
    private final BiFunction<SectionView, ItemView, List<String>> accountability;

    /**
     * Makes them for the category that is open.
     *
     * @param accountability what the features of the page add to the line of accountability of an item
     */
    ItemActs(
            CaseFileService caseFiles,
            CasePlace place,
            ActingProfessional who,
            PageLease.OwnAct own,
            BiFunction<SectionView, ItemView, List<String>> accountability) {
        this.caseFiles = caseFiles;
        this.place = place;
        this.who = who;
        this.own = own;
        this.accountability = accountability;
    }

    /** The buttons that record something new. */
    List<Component> recording(SectionView section, SectionPanel panel) {
        if (!section.mayRecord()) {
            return List.of();
        }
        var buttons = new ArrayList<Component>();
        if (!FieldCatalogue.standard().of(section.category()).isEmpty()) {
            var fields = new Button(
                    Terms.text("item.record.fields"),
                    VaadinIcon.PLUS.create(),
                    click -> record(section, panel, ItemKind.FIELDS));
            fields.addClassName("record-fields");
            buttons.add(fields);
        }
        var note = new Button(
                Terms.text("item.record.note"),
                VaadinIcon.PENCIL.create(),
                click -> record(section, panel, ItemKind.NOTE));
        note.addClassName("record-note");
        buttons.add(note);
        return buttons;
    }

    private void record(SectionView section, SectionPanel panel, ItemKind kind) {
        var form = new ItemForm(
                section.category(),
                kind,
                Map.of(),
                Terms.text("item.record.save"),
                typed -> {
                    caseFiles.record(section.caseFile(), section.category(), kind, typed, section.purpose());
                    panel.dropDraft();
                    place.refresh();
                },
                panel::dropDraft);
        panel.showDraft(form, Optional.empty());
    }

    /** One item with the buttons for what can be done with it. */
    ItemCard card(SectionView section, ItemView item, SectionPanel panel) {
        return new ItemCard(
                section.category(),
                item,
                (key, value) -> beside(section, item, key),
                acts(section, item, panel),
                accountability.apply(section, item));
    }

    private List<Component> acts(SectionView section, ItemView item, SectionPanel panel) {
        var acts = new ArrayList<Component>();
        if (!item.own()) {
            return acts;
        }
        var form = item.kind() == ItemKind.FIELDS || item.kind() == ItemKind.NOTE;
        if (section.mayRecord() && form && isWhole(item)) {
            acts.add(small("item.change", "item-change", () -> beginChange(section, item, panel)));
        }
        if (form) {
            acts.add(small("item.history", "item-history", () -> showHistory(section, item)));
        }
        if (section.mayRecord()) {
            acts.add(small("item.restrict", "item-restrict", () -> askRestrict(section, item)));
            if (who.agencyType() == AgencyType.POLICE) {
                acts.add(
                        embargo(item).isPresent()
                                ? small("item.embargo.lift", "item-embargo", () -> askLiftEmbargo(section, item))
                                : small("item.embargo", "item-embargo", () -> askEmbargo(section, item)));
            }
        }
        return acts;
    }

    private static boolean isWhole(ItemView item) {
        return item.leftOut().isEmpty() && item.obligations().stream().noneMatch(NOT_THE_WHOLE::contains);
    }

    private static Optional<Instant> embargo(ItemView item) {
        return item.embargoUntil().filter(until -> until.isAfter(Instant.now()));
    }

    private static Button small(String key, String name, Runnable act) {
        var button = new Button(Terms.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.addClassName(name);
        return button;
    }

    // ---- a masked number ----

    private static boolean isMasked(ItemView item, String key) {
        return BSN.equals(key) && item.obligations().contains(Obligation.MASK_BSN);
    }

    private Component beside(SectionView section, ItemView item, String key) {
        if (!isMasked(item, key)) {
            return null;
        }
        var place = new Span();
        place.addClassName("reveal");
        mask(place, section, item, key);
        return place;
    }

    private void mask(Span shown, SectionView section, ItemView item, String key) {
        shown.removeAll();
        shown.add(small(
                "item.reveal",
                "item-reveal",
                () -> askReveal(section, item, key, number -> {
                    shown.removeAll();
                    var digits = new Span(number);
                    digits.addClassName("revealed");
                    shown.add(digits, small("item.reveal.hide", "item-hide", () -> mask(shown, section, item, key)));
                })));
    }

    private void askReveal(SectionView section, ItemView item, String key, Consumer<String> revealed) {
        var reason = reason("item.reveal.reason");
        var number = new String[1];
        new ActDialog(
                        Terms.text("item.reveal.title"),
                        Terms.text("item.reveal.act"),
                        () -> number[0] = caseFiles.reveal(
                                section.caseFile(),
                                section.category(),
                                item.id(),
                                key,
                                reason.getValue(),
                                section.purpose()),
                        () -> revealed.accept(number[0]))
                .asking(new Paragraph(Terms.text("item.reveal.text")), reason)
                .open();
        reason.focus();
    }

    private static TextArea reason(String label) {
        var reason = new TextArea(Terms.text(label));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(Terms.text("item.reason.help"));
        reason.setWidthFull();
        return reason;
    }

    // ---- changing ----

    private void beginChange(SectionView section, ItemView item, SectionPanel panel) {
        if (item.content().values().containsKey(BSN) && isMasked(item, BSN)) {
            askReveal(
                    section,
                    item,
                    BSN,
                    number -> change(
                            section,
                            item,
                            panel,
                            item.content().with(BSN, number).values()));
        } else {
            change(section, item, panel, item.content().values());
        }
    }

    private void change(SectionView section, ItemView item, SectionPanel panel, Map<String, String> filled) {
        var form = new ItemForm(
                section.category(),
                item.kind(),
                filled,
                Terms.text("item.change.save"),
                typed -> save(section, item, panel, item.version(), typed),
                panel::dropDraft);
        panel.showDraft(form, Optional.of(item.id()));
    }

    private void save(SectionView section, ItemView item, SectionPanel panel, int seen, Map<String, String> typed) {
        try {
            caseFiles.change(section.caseFile(), section.category(), item.id(), seen, typed, section.purpose());
            panel.dropDraft();
            place.refresh();
        } catch (ItemChangedMeanwhile meanwhile) {
            askMerge(section, item, panel, seen, typed);
        }
    }

    /** Somebody else saved first: both versions are laid side by side, and the person chooses; nothing is overwritten. */
    private void askMerge(SectionView section, ItemView item, SectionPanel panel, int seen, Map<String, String> typed) {
        var versions = history(section, item);
        var theirs = versions.get(versions.size() - 1);
        var base = versions.stream()
                .filter(version -> version.version() == seen)
                .findFirst()
                .orElse(theirs);
        var mine = ContentCheck.check(FieldCatalogue.standard(), section.category(), item.kind(), typed);
        var merge = new VersionMerge(
                section.category(),
                base.content(),
                mine,
                theirs.content(),
                theirs.obligations().contains(Obligation.MASK_BSN) && section.category() == DataCategory.BSN);
        var dialog = new ActDialog(
                Terms.text("item.merge.title"),
                Terms.text("item.merge.save"),
                () -> {
                    var chosen = merge.chosen();
                    if (!merge.takesTheirs()) {
                        try {
                            caseFiles.change(
                                    section.caseFile(),
                                    section.category(),
                                    item.id(),
                                    theirs.version(),
                                    chosen,
                                    section.purpose());
                        } catch (ItemChangedMeanwhile again) {
                            throw new NotPossible("item.merge.again");
                        }
                    }
                },
                () -> {
                    panel.dropDraft();
                    place.refresh();
                });
        var all = new Div(
                small("item.merge.all-mine", "merge-mine", () -> merge.chooseAll(true)),
                small("item.merge.all-theirs", "merge-theirs", () -> merge.chooseAll(false)));
        all.addClassName("item-acts");
        dialog.setWidth("760px");
        dialog.asking(
                        new Paragraph(Terms.text(
                                "item.merge.text",
                                theirs.recordedBy().orElse(theirs.owner().name()),
                                Terms.moment(theirs.recordedAt()))),
                        all,
                        merge)
                .open();
    }

    private List<ItemView> history(SectionView section, ItemView item) {
        return caseFiles.history(section.caseFile(), section.category(), item.id(), section.purpose());
    }

    private void showHistory(SectionView section, ItemView item) {
        new HistoryDialog(section.category(), history(section, item)).open();
    }

    // ---- restricting and keeping to oneself ----

    /** An act of one's own that clears the category on every open page; this page reads it again by itself. */
    private void clearing(SectionView section, Runnable act) {
        own.during(Optional.of(section.category()), act);
    }

    private void askRestrict(SectionView section, ItemView item) {
        var reason = reason("item.restrict.reason");
        new ActDialog(
                        Terms.text("item.restrict.title"),
                        Terms.text("item.restrict.act"),
                        () -> clearing(
                                section,
                                () -> caseFiles.restrict(
                                        section.caseFile(),
                                        section.category(),
                                        item.id(),
                                        true,
                                        reason.getValue(),
                                        section.purpose())),
                        place::refresh)
                .asking(new Paragraph(Terms.text("item.restrict.text")), reason)
                .open();
    }

    /** What one's own agency only keeps, with the way to use it again. */
    Optional<Component> kept(SectionView section) {
        var kept = caseFiles.kept(section.caseFile(), section.category(), section.purpose());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var block = new Div();
        block.addClassName("kept");
        kept.forEach(header -> {
            var row = new Div(
                    new Span(Terms.text("item.kept", Terms.day(header.recordedAt()))),
                    small("item.restrict.lift", "item-lift", () -> askLift(section, header)));
            row.addClassName("kept-row");
            block.add(row);
        });
        return Optional.of(block);
    }

    private void askLift(SectionView section, ItemHeader header) {
        var reason = reason("item.restrict.lift.reason");
        new ActDialog(
                        Terms.text("item.restrict.lift"),
                        Terms.text("item.restrict.lift"),
                        () -> clearing(
                                section,
                                () -> caseFiles.restrict(
                                        section.caseFile(),
                                        section.category(),
                                        header.id(),
                                        false,
                                        reason.getValue(),
                                        section.purpose())),
                        place::refresh)
                .asking(new Paragraph(Terms.text("item.restrict.lift.text")), reason)
                .open();
    }

    private void askEmbargo(SectionView section, ItemView item) {
        DatePicker lastDay = Days.picker(Terms.text("item.embargo.last-day"));
        lastDay.setMin(LocalDate.now(Terms.AMSTERDAM));
        lastDay.setValue(LocalDate.now(Terms.AMSTERDAM).plusMonths(1));
        var reason = reason("item.embargo.reason");
        new ActDialog(
                        Terms.text("item.embargo.title"),
                        Terms.text("item.embargo.act"),
                        () -> {
                            if (lastDay.getValue() == null || lastDay.isInvalid()) {
                                throw new NotPossible("item.embargo.no-day");
                            }
                            clearing(
                                    section,
                                    () -> caseFiles.embargo(
                                            section.caseFile(),
                                            section.category(),
                                            item.id(),
                                            Optional.of(Terms.through(lastDay.getValue())),
                                            reason.getValue(),
                                            section.purpose()));
                        },
                        place::refresh)
                .asking(new Paragraph(Terms.text("item.embargo.text")), lastDay, reason)
                .open();
    }

    private void askLiftEmbargo(SectionView section, ItemView item) {
        var reason = reason("item.embargo.lift.reason");
        new ActDialog(
                        Terms.text("item.embargo.lift"),
                        Terms.text("item.embargo.lift"),
                        () -> clearing(
                                section,
                                () -> caseFiles.embargo(
                                        section.caseFile(),
                                        section.category(),
                                        item.id(),
                                        Optional.empty(),
                                        reason.getValue(),
                                        section.purpose())),
                        place::refresh)
                .asking(new Paragraph(Terms.text("item.embargo.lift.text")), reason)
                .open();
    }
}
