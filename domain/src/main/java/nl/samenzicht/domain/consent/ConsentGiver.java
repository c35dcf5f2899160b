package nl.samenzicht.domain.consent;

import java.util.OptionalInt;

/**
 * Who answered, and on what footing.
 *
 * @param authorityChecked whether authority over a minor was checked; required for a parent or guardian
 * @param ageThen the person's age on the day of the answer, where known
 */
public record ConsentGiver(GivenBy by, boolean authorityChecked, OptionalInt ageThen, ConsentForm form) {}
