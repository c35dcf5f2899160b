/**
 * The support plan (ondersteuningsplan): per life domain a situation, goals, actions and evaluations, and scores of the
 * domains. A goal is an item of the category PLAN, so that goals are shared one by one like everything else; when an action
 * is due and for whom stands in plain columns, what it is lies sealed in its goal.
 *
 * <p>The life domains are those of the Zelfredzaamheid-Matrix 2017 (names and scores only, copyright GGD Amsterdam), with
 * topics that trafficking adds.
 */
package nl.samenzicht.domain.plan;
