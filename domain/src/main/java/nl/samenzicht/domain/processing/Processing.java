package nl.samenzicht.domain.processing;

import java.util.List;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * One processing of an agency, in the fields of AVG 30(1) that rules tell.
 *
 * @param purpose what for (b)
 * @param sources the articles and agreements that its rules rest on, each once
 * @param functions whose work it is
 * @param categories which kinds of data are read or recorded (c)
 * @param recipients the kinds of agencies that can get something from it (d); the agency's own kind only when another agency of
 *     that kind can
 */
public record Processing(
        Purpose purpose,
        List<String> sources,
        Set<Function> functions,
        Set<DataCategory> categories,
        Set<AgencyType> recipients) {
    public Processing {
        sources = List.copyOf(sources);
        functions = Set.copyOf(functions);
        categories = Set.copyOf(categories);
        recipients = Set.copyOf(recipients);
    }
}
