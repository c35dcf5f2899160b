package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.NoticeCard;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;

/** What happened that somebody should know of. A notice says that something happened, never what it holds. */
@Route(value = "notices", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
class NoticesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Notices notices;
    private final transient CurrentProfessional current;
    private final Div result = new Div();

    @Inject
    NoticesView(Notices notices, CurrentProfessional current) {
        this.notices = notices;
        this.current = current;
        addClassName("page");
        result.addClassName("coop-result");
        add(new H1(Terms.text("notice.page.title")), new Paragraph(Terms.text("notice.page.intro")), result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(notices.unread(current.current()));
    }

    private void show(List<NoticeCard> unread) {
        result.removeAll();
        if (unread.isEmpty()) {
            var nothing = new Paragraph(Terms.text("notice.nothing.text"));
            nothing.addClassName("empty-state");
            result.add(nothing);
            return;
        }
        if (unread.size() > 1) {
            var all = new Button(Terms.text("notice.read-all.label"), click -> read(unread));
            all.addClassName("coop-start");
            result.add(all);
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "coop-list");
        unread.forEach(notice -> list.add(row(notice)));
        result.add(list);
    }

    private ListItem row(NoticeCard notice) {
        var title = new Span(NoticeWords.of(notice));
        title.addClassName("row-title");
        var at = new Span(Terms.moment(notice.at()));
        at.addClassName("row-detail");
        var words = new Div(title, at);
        words.addClassName("row-words");
        var side = new Div();
        side.addClassName("row-actions");
        place(notice).ifPresent(side::add);
        var read = new Button(Terms.text("notice.read.label"), click -> read(List.of(notice)));
        read.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        read.setAriaLabel(Terms.text("notice.read.aria", NoticeWords.of(notice), Terms.moment(notice.at())));
        side.add(read);
        var row = new ListItem(words, side);
        row.addClassName("row");
        return row;
    }

    private static Optional<Anchor> place(NoticeCard notice) {
        return NoticeWords.place(notice).map(href -> {
            var link = new Anchor(href, Terms.text("notice.open.label"));
            link.setAriaLabel(Terms.text("notice.open.aria", NoticeWords.of(notice), Terms.moment(notice.at())));
            return link;
        });
    }

    private void read(List<NoticeCard> these) {
        var who = current.current();
        these.forEach(notice -> notices.read(who, notice.id()));
        show(notices.unread(who));
    }
}
