/**
 * Provision decisions (verstrekkingsbesluiten) under the Wpg: without one nobody outside the police reads a police item, and
 * what was provided is not passed on without the consent of the police.
 *
 * @see <a href="https://wetten.overheid.nl/BWBR0022463">Wet politiegegevens art. 16–20</a>
 */
package nl.samenzicht.domain.police;
