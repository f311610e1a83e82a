namespace Cambrian.Core.Policies;

/// <summary>
/// What a search does where it could do otherwise, as its parts ask for it. Whatever a policy answers, the parts get a number they can
/// work with. Immutable; safe to share between threads when the policy is.
/// </summary>
/// <param name="policy">Law, then its arguments: which laws there are, and what each is told, stands in SearchPolicy.cs.</param>
public sealed class Laws(Func<int, double, double, double, double, double> policy)
{
    /// <summary>The engine's own.</summary>
    public static Laws Default { get; } = new(SearchPolicy.Decide);

    /// <summary>Candidates that compete to be a parent, 1 to 32.</summary>
    /// <param name="asked">What the problem asks for.</param>
    /// <param name="members">How many there are to draw from.</param>
    /// <param name="drought">Steps since the best of them came.</param>
    public int Contestants(int asked, int members, int drought) => (int)Math.Round(Ask(0, 1, 32, asked, members, drought));

    /// <summary>The contestant with most of it wins, the first drawn among equals.</summary>
    /// <param name="place">How many of the others score higher.</param>
    /// <param name="length">Its length, over their mean length.</param>
    /// <param name="age">Share of the run since it came, 0 to 1.</param>
    public double Merit(int place, double length, double age) => Ask(1, -1e9, 1e9, place, length, age);

    /// <summary>Probability that the mate comes from another island.</summary>
    /// <param name="drought">Steps since the best of the home island came.</param>
    public double Migration(int drought) => Ask(2, 0, 1, drought);

    /// <summary>Candidates offered to an island without a new best of its own before it is founded anew; at least 1.</summary>
    /// <param name="population">Candidates per island.</param>
    public int Patience(int population) => (int)Math.Round(Ask(3, 1, 1e9, population));

    /// <summary>How much an operator deserves to be asked; not negative.</summary>
    /// <param name="reward">Its faded reward.</param>
    /// <param name="cost">Its faded cost.</param>
    /// <param name="meanReward">Reward of a mean step.</param>
    /// <param name="meanCost">Cost of a mean step.</param>
    public double Weight(double reward, double cost, double meanReward, double meanCost) => Ask(4, 0, 1e9, reward, cost, meanReward, meanCost);

    /// <summary>What an improvement is worth; not negative.</summary>
    /// <param name="rank">Its rank among recent improvements, above 0 and at most 1.</param>
    public double Reward(double rank) => Ask(5, 0, 1e6, rank);

    /// <summary>What is left of an operator's credit one step later, at least a half and at most all.</summary>
    public double Memory => Ask(6, 0.5, 1);

    /// <summary>Least probability of an operator, if it is not more than half an equal share.</summary>
    /// <param name="drought">Steps since the best of the run came.</param>
    public double Floor(int drought) => Ask(7, 0, 1, drought);

    /// <summary>Factor on the weight of operators that take material from two parents, at most 100.</summary>
    /// <param name="drought">Steps since the best of the run came.</param>
    public double Mating(int drought) => Ask(8, 0, 100, drought);

    /// <summary>Size of a step of constants relative to theirs, 10⁻⁶ to 10.</summary>
    /// <param name="chance">Uniform from 0 to 1.</param>
    public double StepSize(double chance) => Ask(9, 1e-6, 10, chance);

    /// <summary>Candidates that an island keeps, at least 2.</summary>
    /// <param name="asked">How many the problem asks for.</param>
    public int Capacity(int asked) => (int)Math.Round(Ask(10, 2, 1e6, asked));

    // Not a number is the least, as it is not worth an exception in the middle of a search.
    private double Ask(int law, double least, double most, double a = 0, double b = 0, double c = 0, double d = 0)
    {
        var answer = policy(law, a, b, c, d);
        return answer > least ? Math.Min(answer, most) : least;
    }
}
