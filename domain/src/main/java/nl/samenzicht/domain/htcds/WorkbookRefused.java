package nl.samenzicht.domain.htcds;

/** A file that cannot be read as a workbook at all. */
final class WorkbookRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImportProblem problem;

    WorkbookRefused(String code, Object... arguments) {
        super(code);
        problem = ImportProblem.ofFile(code, arguments);
    }

    ImportProblem problem() {
        return problem;
    }
}
