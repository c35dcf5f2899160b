package nl.samenzicht.web.officer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import nl.samenzicht.domain.officer.SavedFilter;
import nl.samenzicht.domain.officer.SavedFilterService;
import nl.samenzicht.web.forms.ActDialog;

/** The sets of filters that this officer keeps: one press opens the log limited so. */
final class SavedFiltersPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;
    private final transient SavedFilterService saved;
    private transient LogQuery query = LogQuery.everything();

    SavedFiltersPanel(LogWords words, SavedFilterService saved) {
        this.words = words;
        this.saved = saved;
        addClassName("saved-filters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", words.text("log.saved.title"));
    }

    /** Shows what is kept, and offers to keep what the log is limited to now. */
    void show(LogQuery now) {
        query = now;
        removeAll();
        var kept = saved.own();
        if (!kept.isEmpty()) {
            var title = new Span(words.text("log.saved.title"));
            title.addClassName("saved-title");
            add(title);
        }
        kept.forEach(this::add);
        boolean known = kept.stream().anyMatch(filter -> filter.limits().equals(limits()));
        if (!query.limits().isEmpty() && !known) {
            var keep = new Button(words.text("log.saved.keep"), VaadinIcon.BOOKMARK_O.create(), click -> keep());
            keep.addClassName("saved-keep");
            add(keep);
        }
        setVisible(getChildren().findAny().isPresent());
    }

    private String limits() {
        return query.parameters().getQueryString();
    }

    private void add(SavedFilter filter) {
        var link = new Anchor("officer/log?" + filter.limits(), filter.name());
        link.addClassName("saved-filter-name");
        if (filter.limits().equals(limits())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        var root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        root.getElement().setAttribute("aria-label", words.text("log.saved.acts", filter.name()));
        var acts = root.getSubMenu();
        acts.addItem(words.text("log.saved.rename"), click -> rename(filter));
        acts.addItem(words.text("log.saved.delete"), click -> delete(filter));
        var row = new Div(link, bar);
        row.addClassName("saved-filter");
        add(row);
    }

    private void keep() {
        naming("log.saved.keep.title", "log.saved.keep.act", "", name -> saved.keep(name, limits()));
    }

    private void rename(SavedFilter filter) {
        naming(
                "log.saved.rename.title",
                "log.saved.rename.act",
                filter.name(),
                name -> saved.rename(filter.id(), name));
    }

    private void naming(String title, String act, String name, Consumer<String> doing) {
        var field = new TextField(words.text("log.saved.name"));
        field.setHelperText(words.text("log.saved.name.help"));
        field.setMaxLength(SavedFilterService.NAME_LENGTH);
        field.setValue(name);
        field.setWidthFull();
        field.focus();
        new ActDialog(words.text(title), words.text(act), () -> doing.accept(field.getValue()), () -> show(query))
                .asking(field)
                .open();
    }

    private void delete(SavedFilter filter) {
        new ActDialog(
                        words.text("log.saved.delete.title", filter.name()),
                        words.text("log.saved.delete.act"),
                        () -> saved.delete(filter.id()),
                        () -> show(query))
                .asking(new Paragraph(words.text("log.saved.delete.text")))
                .open();
    }
}
