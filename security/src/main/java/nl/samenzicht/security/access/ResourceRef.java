package nl.samenzicht.security.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.policy.DataCategory;

/** What somebody asks for, by opaque ids only. The gate finds the facts that belong to it. */
public sealed interface ResourceRef {

    /**
     * The case, or the signal that is a dossier of its own until it becomes part of a case; empty for acts that are about
     * neither, such as a list or a search.
     */
    Optional<UUID> caseFile();

    /** The category of data that is asked for. */
    DataCategory category();

    /** An act that is not about one case: opening a new one, a list, a search, the log. */
    record OfAgency(DataCategory category) implements ResourceRef {
        public OfAgency {
            requireNonNull(category, "category");
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.empty();
        }
    }

    /** The card of one case: number, code name, framework, status and parties, without personal content. */
    record OfCase(UUID caseId) implements ResourceRef {
        public OfCase {
            requireNonNull(caseId, "case");
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(caseId);
        }

        @Override
        public DataCategory category() {
            return DataCategory.CASE_HEADER;
        }
    }

    /** Everything of one category in one case that the asker may have. */
    record OfSection(UUID caseId, DataCategory category) implements ResourceRef {
        public OfSection {
            requireNonNull(caseId, "case");
            requireNonNull(category, "category");
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(caseId);
        }
    }

    /** Some named items of one category in one case; all of them must be permitted, or none is. */
    record OfItems(UUID caseId, DataCategory category, Set<UUID> items) implements ResourceRef {
        public OfItems {
            requireNonNull(caseId, "case");
            requireNonNull(category, "category");
            items = Set.copyOf(items);
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(caseId);
        }
    }

    /** What says who the person of one case is: the items of identity, citizen service number and contact. */
    record OfPerson(UUID caseId) implements ResourceRef {
        public OfPerson {
            requireNonNull(caseId, "case");
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(caseId);
        }

        @Override
        public DataCategory category() {
            return DataCategory.IDENTITY;
        }
    }

    /**
     * One signal that is not part of a case. A look at it covers all that the asker may have of it, of whichever category;
     * any other act needs all of it.
     *
     * @param only the items that it is about; empty for all that the asker has of it
     */
    record OfSignal(UUID signal, Set<UUID> only) implements ResourceRef {
        public OfSignal {
            requireNonNull(signal, "signal");
            only = Set.copyOf(only);
        }

        public OfSignal(UUID signal) {
            this(signal, Set.of());
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(signal);
        }

        @Override
        public DataCategory category() {
            return DataCategory.SIGNAL;
        }
    }

    /** The card of one signal: its number, where it stands and which agencies have to do with it, without content. */
    record OfSignalCard(UUID signal) implements ResourceRef {
        public OfSignalCard {
            requireNonNull(signal, "signal");
        }

        @Override
        public Optional<UUID> caseFile() {
            return Optional.of(signal);
        }

        @Override
        public DataCategory category() {
            return DataCategory.CASE_HEADER;
        }
    }

    /**
     * One report to CoMensha: of a case for who made it, and without one for who received it, because a report leaves
     * the case behind.
     */
    record OfReport(Optional<UUID> caseFile, UUID report, DataCategory category) implements ResourceRef {
        public OfReport {
            requireNonNull(caseFile, "case");
            requireNonNull(report, "report");
            requireNonNull(category, "category");
        }
    }
}
