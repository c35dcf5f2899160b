package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.SharePreview;
import nl.samenzicht.security.access.AccessGate.Prospect;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.ItemCard;
import nl.samenzicht.web.forms.FormMessage;

/** The right pane: exactly what the recipient will see, or why they could not and what would help. */
class SharePreviewPane extends Section {
    private static final long serialVersionUID = 1L;

    /** What can be done from here; the form at the left does it. */
    interface Ways {
        Set<Purpose> purposes();

        Set<Ground> grounds();

        boolean police();

        void choose(Purpose purpose);

        void choose(Ground ground);

        void recordConsent();

        void recordProvision();

        void withhold(String field, boolean leaveOut);

        Set<String> filled();
    }

    private final DataCategory category;
    private final transient Instance<PreviewPart> parts;
    private final transient Ways ways;
    private final H2 title = new H2();
    private final FormMessage message = new FormMessage();
    private final Div content = new Div();
    private boolean givable;
    private boolean moreOpen;

    SharePreviewPane(DataCategory category, Instance<PreviewPart> parts, Ways ways) {
        this.category = category;
        this.parts = parts;
        this.ways = ways;
        addClassName("share-preview");
        content.addClassName("share-preview-content");
        content.getElement().setAttribute("aria-live", "polite");
        add(title, message, content);
    }

    /** Whether what is shown can be given. */
    boolean givable() {
        return givable;
    }

    /** Says what must be chosen first. */
    void wait(List<String> missing) {
        begin(Terms.text("share.preview.title.nobody"));
        if (missing.isEmpty()) {
            content.add(new Paragraph(Terms.text("share.missing.last-day")));
            return;
        }
        content.add(new Paragraph(Terms.text("share.preview.wait")));
        var list = new UnorderedList();
        missing.forEach(words -> list.add(new ListItem(words)));
        content.add(list);
    }

    /** Shows what comes of {@code showing}, or says why it cannot be shown. */
    void attempt(AgencyCard recipient, Runnable showing) {
        begin(Terms.text("share.preview.title", recipient.name()));
        if (!message.attempt(showing)) {
            content.removeAll();
            givable = false;
        }
    }

    void say(String words) {
        message.clear();
        message.say(words);
    }

    private void begin(String words) {
        title.setText(words);
        message.clear();
        content.removeAll();
        givable = false;
    }

    void show(SharePreview preview, ShareDraft draft, AgencyCard recipient) {
        content.removeAll();
        if (preview.refusal().isPresent()) {
            content.add(refusal(preview.refusal().get(), draft));
            return;
        }
        givable = true;
        var exactly = new Paragraph(Terms.text("share.preview.exactly"));
        exactly.addClassName("hint");
        content.add(exactly);
        preview.shownLess()
                .forEach((function, obligations) -> obligations.forEach(duty -> {
                    var less = new Paragraph(Terms.text("share.preview.less", Terms.of(function), Terms.of(duty)));
                    less.addClassName("item-notice");
                    content.add(less);
                }));
        proposals(draft);
        items(preview.given(), recipient).forEach(content::add);
        if (draft.standing()) {
            content.add(new Paragraph(Terms.text("share.preview.standing")));
        }
    }

    private List<Component> items(List<ItemView> given, AgencyCard recipient) {
        for (var part : parts) {
            if (part.shows(category)) {
                return part.show(given, recipient.id());
            }
        }
        return given.stream()
                .<Component>map(item -> new ItemCard(category, item, (key, value) -> null, List.of()))
                .toList();
    }

    /** Fields that the purpose does not need come first, with the reason; the others can be left out as well. */
    private void proposals(ShareDraft draft) {
        var filled = ways.filled();
        var notNeeded = ShareFields.notNeeded(category, draft.purpose());
        var proposed = new ArrayList<Component>();
        var others = new ArrayList<Component>();
        for (var key : filled) {
            var box = new Checkbox(
                    Terms.text("share.leave-out", ShareFields.label(category, key)),
                    draft.withheld().contains(key));
            box.addValueChangeListener(change -> ways.withhold(key, change.getValue()));
            if (notNeeded.contains(key)) {
                box.setHelperText(Terms.text("share.not-needed", Terms.of(draft.purpose())));
                proposed.add(box);
            } else {
                others.add(box);
            }
        }
        if (!proposed.isEmpty()) {
            var block = new Div(new H3(Terms.text("share.proposals.title")));
            block.addClassName("share-proposals");
            proposed.forEach(block::add);
            content.add(block);
        }
        if (!others.isEmpty()) {
            var list = new Div();
            list.addClassName("share-proposal-list");
            others.forEach(list::add);
            var more = new Details(Terms.text("share.more.title"), list);
            more.setOpened(moreOpen);
            more.addOpenedChangeListener(change -> moreOpen = change.isOpened());
            content.add(more);
        }
    }

    private Component refusal(Prospect prospect, ShareDraft draft) {
        var panel = new Div();
        panel.addClassNames("refusal", "share-refusal");
        var why = new Paragraph(refusalWords(prospect.told(), draft.purpose()));
        why.addClassName("refusal-why");
        panel.add(why);
        var list = new UnorderedList();
        list.addClassName("refusal-ways");
        groundWays(draft).forEach(list::add);
        prospect.steps().forEach(step -> stepWay(step).forEach(list::add));
        if (list.getChildren().findAny().isPresent()) {
            panel.add(new H3(Terms.text("share.refusal.help")), list);
        }
        return panel;
    }

    /** The giver knows what they hold; what they need to hear is that it cannot go to this recipient like this. */
    private static String refusalWords(Reason told, Purpose purpose) {
        return switch (told) {
            case NOTHING_HERE, NO_RULE, RULE_DENIES, NOT_SHARED, OBLIGATION_UNMET ->
                Terms.text("share.refusal.rulebook", Terms.of(purpose));
            case CONSENT_MISSING -> Terms.text("share.refusal.consent");
            default -> Terms.text("denied." + told);
        };
    }

    private List<ListItem> groundWays(ShareDraft draft) {
        var found = new ArrayList<ListItem>();
        for (var ground : ways.grounds()) {
            if (ground == Ground.CONSENT && draft.consent().isEmpty() && draft.ground() == Ground.CONSENT) {
                found.add(
                        way(Terms.text("share.help.consent"), Terms.text("consent.record.label"), ways::recordConsent));
            } else if (ground == Ground.WPG_PROVISION && ways.police()) {
                found.add(way(
                        Terms.text("share.help.provision"),
                        Terms.text("provision.record.label"),
                        ways::recordProvision));
            } else if (ground != draft.ground() && ground != Ground.WPG_PROVISION) {
                found.add(way(
                        Terms.text("share.help.ground", Terms.of(ground)),
                        Terms.text("share.help.ground.act", Terms.of(ground)),
                        () -> ways.choose(ground)));
            }
        }
        return found;
    }

    private List<ListItem> stepWay(Step step) {
        if (step.kind() != Step.Kind.CHOOSE_PURPOSE) {
            return List.of();
        }
        var other = Purpose.valueOf(step.term());
        return ways.purposes().contains(other)
                ? List.of(way(
                        Terms.text("share.help.purpose", Terms.of(other)),
                        Terms.text("share.help.purpose.act", Terms.of(other)),
                        () -> ways.choose(other)))
                : List.of();
    }

    private static ListItem way(String words, String label, Runnable act) {
        return new ListItem(new Paragraph(words), new Button(label, click -> act.run()));
    }
}
