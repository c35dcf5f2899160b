package nl.samenzicht.domain.htcds;

/** The file has problems, so nothing of it was imported. */
public class ImportNotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportCheck check;

    ImportNotPossible(ImportCheck check) {
        super(check.problemsInAll() + " problems in the file");
        this.check = check;
    }

    /** What is wrong. */
    public ImportCheck check() {
        return check;
    }
}
