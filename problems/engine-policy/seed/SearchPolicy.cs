/// <summary>
/// The engine's own search policy: where a search could do otherwise, what it does. Pure functions of numbers, so that the engine can
/// search for better ones: this file is also the seed of problems/engine-policy, and a winner there becomes the default by replacing it.
/// </summary>
internal static class SearchPolicy
{
    /// <summary>One entry for all laws, in the order of <see cref="Laws"/>.</summary>
    public static double Decide(int law, double a, double b, double c, double d) => law switch
    {
        0 => Contestants(a, b, c),
        1 => Merit(a, b, c),
        2 => Migration(a),
        3 => Patience(a),
        4 => Weight(a, b, c, d),
        5 => Reward(a),
        6 => Memory(),
        7 => Floor(a),
        8 => Mating(a),
        9 => StepSize(a),
        _ => Capacity(a),
    };

    // EVOLVE-BLOCK-START
    // Candidates that compete to be a parent: what the problem asks for, how many there are to draw from, steps since the best of them came.
    private static double Contestants(double asked, double members, double drought)
    {
        return asked;
    }

    // The contestant with most of it wins: how many of the others score higher, length over their mean length, share of the run since it came.
    private static double Merit(double place, double length, double age)
    {
        return -place;
    }

    // Probability that the mate comes from another island, after so many steps without a new best.
    private static double Migration(double drought)
    {
        return 0.05;
    }

    // Candidates offered to an island without a new best of its own before it is founded anew.
    private static double Patience(double population)
    {
        return 20.0 * population;
    }

    // How much an operator deserves to be asked: its own reward and cost, and those of a mean step; all fade with time.
    private static double Weight(double reward, double cost, double meanReward, double meanCost)
    {
        return (reward + 10.0 * meanReward) / (cost + 10.0 * meanCost);
    }

    // What an improvement is worth: its rank among recent ones, from 0 to 1.
    private static double Reward(double rank)
    {
        return rank;
    }

    // What is left of an operator's credit one step later.
    private static double Memory()
    {
        return 0.998;
    }

    // Least probability of an operator, after so many steps without a new best; at most half an equal share.
    private static double Floor(double drought)
    {
        return 0.05;
    }

    // Factor on the weight of operators that take material from two parents: if-join, crossover.
    private static double Mating(double drought)
    {
        return 1.0;
    }

    // Relative size of a step of constants, from a chance between 0 and 1.
    private static double StepSize(double chance)
    {
        return Math.Pow(10.0, -3.0 * chance);
    }

    // Candidates that an island keeps, where the problem asks for so many.
    private static double Capacity(double asked)
    {
        return asked;
    }

    // EVOLVE-BLOCK-END
}
