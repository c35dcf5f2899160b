package nl.samenzicht.domain.residence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** One step on the residence route. Days are Amsterdam days. */
public sealed interface RouteStep {

    /** The kinds of steps, in the order of the route. */
    enum Kind {
        BEGIN,
        END_EARLY,
        ANSWER,
        SEND_M55,
        PERMIT,
        SEQUEL
    }

    Kind kind();

    /** The day on which it was taken. */
    LocalDate on();

    /**
     * The reflection period begins.
     *
     * @param until its last day, by the letter of the police
     */
    record Begin(LocalDate on, LocalDate until, ReflectionGround ground) implements RouteStep {
        public Begin {
            requireNonNull(on, "on");
            requireNonNull(until, "until");
            requireNonNull(ground, "ground");
        }

        @Override
        public Kind kind() {
            return Kind.BEGIN;
        }
    }

    /** The reflection period ends before its last day; an answer to the police ends it by itself. */
    record EndEarly(LocalDate on, EarlyEnd by) implements RouteStep {
        public EndEarly {
            requireNonNull(on, "on");
            requireNonNull(by, "by");
        }

        @Override
        public Kind kind() {
            return Kind.END_EARLY;
        }
    }

    /** Somebody reports, cooperates, cannot, or does not. */
    record Answer(LocalDate on, RouteAnswer answer) implements RouteStep {
        public Answer {
            requireNonNull(on, "on");
            requireNonNull(answer, "answer");
        }

        @Override
        public Kind kind() {
            return Kind.ANSWER;
        }
    }

    /** The police send model M55, which is the application for the permit. */
    record SendM55(LocalDate on) implements RouteStep {
        public SendM55 {
            requireNonNull(on, "on");
        }

        @Override
        public Kind kind() {
            return Kind.SEND_M55;
        }
    }

    /** A permit is given, or given for longer. */
    record Permit(LocalDate on, LocalDate until) implements RouteStep {
        public Permit {
            requireNonNull(on, "on");
            requireNonNull(until, "until");
        }

        @Override
        public Kind kind() {
            return Kind.PERMIT;
        }
    }

    /** What comes after; it ends the route. */
    record Sequel(LocalDate on, RouteSequel sequel) implements RouteStep {
        public Sequel {
            requireNonNull(on, "on");
            requireNonNull(sequel, "sequel");
        }

        @Override
        public Kind kind() {
            return Kind.SEQUEL;
        }
    }
}
