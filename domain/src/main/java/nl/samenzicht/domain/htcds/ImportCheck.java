package nl.samenzicht.domain.htcds;

import java.util.List;

/**
 * What a dry run found. Nothing was changed, and nothing of the file was kept.
 *
 * @param rows how many rows are filled; each becomes one case
 * @param problems what is wrong, in the order of the sheet; at most {@link #MOST_PROBLEMS}
 * @param problemsInAll how many problems there are
 */
public record ImportCheck(int rows, List<ColumnUse> columns, List<ImportProblem> problems, int problemsInAll) {

    /** The most problems that are listed. */
    public static final int MOST_PROBLEMS = 1_000;

    public ImportCheck {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    /** Whether the file can be imported as it is. */
    public boolean faultless() {
        return problemsInAll == 0;
    }
}
