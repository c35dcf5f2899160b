/**
 * May this be done, which ones, and who could: purpose-limited access as data.
 *
 * <p>A {@link nl.samenzicht.security.policy.Rulebook} is a dated table of rules; a
 * {@link nl.samenzicht.security.policy.Guard} is a small named function that no table can switch off.
 * {@link nl.samenzicht.security.policy.PolicyEngine} compiles both once, and then answers three questions
 * from the same tables: one decision ({@code decide}), the condition for a list ({@code filter}), and who
 * could do what on which rule ({@code explain}, {@code whatWouldHelp}).
 *
 * <p>Decided: nothing is allowed unless a rule permits it; a rule that denies beats every rule that
 * permits; a guard beats both; an obligation that the caller cannot meet turns a permit into a denial; a
 * decision names the complete set of rules that determined it. The engine knows no vocabulary of its own,
 * is pure, keeps nothing between two requests, and does no input or output. What Samenzicht calls things
 * stands in the enums beside it.
 */
@NullMarked
package nl.samenzicht.security.policy;

import org.jspecify.annotations.NullMarked;
