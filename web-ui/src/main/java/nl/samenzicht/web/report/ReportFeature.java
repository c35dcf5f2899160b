package nl.samenzicht.web.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.CasePlace;

/** Brings reporting to the page of a case: the way to the reports. */
@ApplicationScoped
class ReportFeature implements CaseFeature {
    private final ReportService reports;

    protected ReportFeature() {
        this(null);
    }

    @Inject
    ReportFeature(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<CaseAct> acts(CasePlace place) {
        return reports.tasks(place.caseFile()).stream()
                .findFirst()
                .map(task -> new CaseAct(
                        Terms.text("report.act.label"),
                        () -> CaseFileNavigation.go(ReportNavigation.to(place.caseFile(), task))))
                .stream()
                .toList();
    }
}
