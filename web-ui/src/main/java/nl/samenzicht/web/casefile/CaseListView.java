package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CasePage;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseListQuery.Status;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;

/** The cases that somebody can open now for the purpose that they work for. */
@Route(value = "cases", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
class CaseListView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int TYPING_MILLIS = 400;

    private final transient CaseFileService caseFiles;
    private final transient CurrentProfessional current;
    private final TextField text = new TextField();
    private final Select<Status> status = new Select<>();
    private final Select<Framework> framework = new Select<>();
    private final Checkbox lead = new Checkbox();
    private final Div result = new Div();
    private final Button more = new Button();
    private final Button open = new Button();
    private transient CaseTable table;
    private transient CaseListQuery query;
    private transient Set<Purpose> possible = Set.of();
    private transient MainLayout frame;
    private boolean filling;

    @Inject
    CaseListView(CaseFileService caseFiles, CurrentProfessional current) {
        this.caseFiles = caseFiles;
        this.current = current;
        addClassNames("page", "cases-page");
        more.setText(Terms.text("cases.more"));
        more.addClickListener(click -> showMore());
        result.addClassName("cases-result");
        add(header(), filters(), result);
    }

    private Div header() {
        var words = new Div(new H1(Terms.text("cases.page.title")), new Paragraph(Terms.text("cases.page.intro")));
        words.addClassName("page-words");
        open.setText(Terms.text("cases.open"));
        open.setIcon(VaadinIcon.PLUS.create());
        open.addClickListener(click -> askToOpen());
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setId("open-case");
        open.setVisible(false);
        var emergency = new Anchor(EmergencyView.PATH, Terms.text("cases.emergency"));
        emergency.addClassName("cases-emergency");
        var acts = new Div(emergency, open);
        acts.addClassName("row-actions");
        var head = new Div(words, acts);
        head.addClassName("page-head");
        return head;
    }

    private Div filters() {
        text.setLabel(Terms.text("cases.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_MILLIS);
        text.setMaxLength(60);
        text.getElement().setAttribute("data-search", true);
        text.addValueChangeListener(change -> goOn(query -> query.withText(change.getValue())));
        status.setLabel(Terms.text("cases.filter.status"));
        status.setItems(Status.values());
        status.setItemLabelGenerator(each -> Terms.text("cases.filter.status." + each));
        status.addValueChangeListener(change -> goOn(query -> query.withStatus(change.getValue())));
        framework.setLabel(Terms.text("cases.filter.framework"));
        framework.setItems(Framework.ENKEL, Framework.BILATERAAL, Framework.CONVENANT, Framework.WGS_ZVH);
        framework.setEmptySelectionAllowed(true);
        framework.setEmptySelectionCaption(Terms.text("cases.filter.any"));
        framework.setItemLabelGenerator(each -> each == null ? Terms.text("cases.filter.any") : Terms.of(each));
        framework.addValueChangeListener(change -> goOn(query -> query.withFramework(change.getValue())));
        lead.setLabel(Terms.text("cases.filter.lead"));
        lead.addValueChangeListener(change -> goOn(query -> query.withOnlyWhereWeLead(change.getValue())));
        var filters = new Div(text, status, framework, lead);
        filters.addClassName("cases-filters");
        filters.getElement()
                .setAttribute("role", "search")
                .setAttribute("aria-label", Terms.text("cases.filter.label"));
        return filters;
    }

    private void goOn(UnaryOperator<CaseListQuery> change) {
        if (!filling) {
            CaseFileNavigation.go(change.apply(query).address());
        }
    }

    @Override
    public String getPageTitle() {
        return Terms.text("cases.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        possible = caseFiles.purposes();
        var purpose = Purposes.named(event.getLocation(), possible)
                .or(() -> Purposes.usual(current.current().function(), possible));
        result.removeAll();
        if (purpose.isEmpty()) {
            result.add(nothing(Terms.text("cases.not-for-function")));
            return;
        }
        query = CaseListQuery.of(event.getLocation(), purpose.get());
        ComponentUtil.setData(UI.getCurrent(), LastList.class, new LastList(query.address()));
        fill();
        open.setVisible(caseFiles.mayOpen(query.purpose()));
        showPurpose();
        show();
    }

    /** The list as it was last looked at in this tab, so that going back finds the same place. */
    static String lastAddress() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ComponentUtil.getData(ui, LastList.class))
                .map(LastList::address)
                .orElse(CaseFileNavigation.list());
    }

    private record LastList(String address) {}

    private void fill() {
        filling = true;
        if (!query.text().equals(text.getValue().strip())) {
            text.setValue(query.text());
        }
        status.setValue(query.status());
        framework.setValue(query.framework().orElse(null));
        lead.setValue(query.onlyWhereWeLead());
        filling = false;
    }

    private void showPurpose() {
        frame = MainLayout.around(this).orElse(frame);
        if (frame != null) {
            frame.showPurpose(new PurposeChip(
                    query.purpose().code(),
                    Terms.of(query.purpose()),
                    () -> PurposeDialog.choose(
                                    possible,
                                    query.purpose(),
                                    other -> CaseFileNavigation.go(
                                            query.withPurpose(other).address()))
                            .open()));
        }
    }

    private void show() {
        try {
            var page = read(0);
            if (page.rows().isEmpty()) {
                result.add(nothing(Terms.text(query.isNarrowed() ? "cases.nothing.filtered" : "cases.nothing")));
                return;
            }
            table = new CaseTable(query.purpose());
            table.append(page.rows());
            result.add(count(page), table, more);
            more.setVisible(table.rows() < page.total());
        } catch (AccessDenied denied) {
            result.add(
                    new H2(Terms.text("case.refused.title")),
                    new RefusalPanel(
                            denied,
                            possible,
                            step -> step.kind() == Step.Kind.USE_SECOND_FACTOR
                                    ? Optional.of(new CaseFeature.CaseAct(
                                            Terms.text("step.USE_SECOND_FACTOR.act"),
                                            () -> UI.getCurrent().navigate("account")))
                                    : Optional.empty()));
        } catch (NotSignedIn ended) {
            throw ended;
        } catch (RuntimeException failure) {
            result.add(Panels.failed(failure, () -> {
                result.removeAll();
                show();
            }));
        }
    }

    private CasePage read(int offset) {
        return caseFiles.list(query.filter(), query.purpose(), offset, PAGE);
    }

    private void showMore() {
        var page = read(table.rows());
        table.append(page.rows());
        more.setVisible(table.rows() < page.total());
    }

    private Paragraph count(CasePage page) {
        var count = new Paragraph(Terms.text("cases.count", page.total(), Terms.of(query.purpose())));
        count.addClassName("hint");
        count.getElement().setAttribute("role", "status");
        return count;
    }

    private static Paragraph nothing(String words) {
        var nothing = new Paragraph(words);
        nothing.addClassName("empty-state");
        nothing.getElement().setAttribute("role", "status");
        return nothing;
    }

    private void askToOpen() {
        var form = new CooperationForm(Cooperation.single());
        var opened = new CaseName[1];
        new ActDialog(
                        Terms.text("cases.open.title"),
                        Terms.text("cases.open.act"),
                        () -> opened[0] = caseFiles.open(new OpenCase(form.cooperation()), query.purpose()),
                        () -> CaseFileNavigation.go(CaseFileNavigation.to(opened[0].id(), query.purpose())))
                .asking(new Paragraph(Terms.text("cases.open.text")), form)
                .open();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (frame != null) {
            frame.hidePurpose();
        }
        super.onDetach(event);
    }
}
