namespace Cambrian.Chips.Placing;

/// <summary>
/// All judgement of the placer in one place: how often to try which move, how far to go, which node to take, how much worse is still accepted. The placer
/// itself only measures. A program can be a policy, and be improved as one. Every method must be a pure function of its arguments.
/// </summary>
public abstract class PlacementPolicy
{
    /// <summary>How large a rise of the proxy cost is accepted once in e times.</summary>
    /// <param name="progress">From 0 at the beginning to 1 at the end.</param>
    /// <returns>Above 0.</returns>
    public abstract double Temperature(double progress);

    /// <summary>How often to try a kind of move, relative to the others.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="yield">How much the kind has lowered the cost of late per unit of work, as a multiple of the mean over all kinds.</param>
    /// <returns>0 or more.</returns>
    public abstract double Weight(MoveKind kind, double progress, double yield);

    /// <summary>How far to go.</summary>
    /// <param name="kind">The kind of move.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="draw">Uniform in [0, 1): the same policy may go far now and then.</param>
    /// <returns>A length in grid cells, above 0.</returns>
    public abstract double Reach(MoveKind kind, double progress, double draw);

    /// <summary>How many nodes are drawn, of which the most urgent is moved; 1 is blind.</summary>
    public virtual int Contenders(double progress) => 2;

    /// <summary>Which of the nodes drawn to move: the one with the greatest urgency.</summary>
    public abstract double Urgency(NodeOutlook outlook, double progress);

    /// <summary>How a start is changed before annealing.</summary>
    /// <param name="island">Which of the searches that run side by side.</param>
    /// <returns>How; an island whose start costs more than the others' drops it soon.</returns>
    public abstract SeedTransform Start(int island);

    /// <summary>At which progress annealing begins from a placement that was given; later is cooler, and keeps more of it.</summary>
    /// <param name="filled">Expected number of grid cells that hard macros at random places fill, over the number of cells that density is a mean of; above 1 density has little to gain.</param>
    /// <returns>From 0 to below 1; anything else counts as 0.</returns>
    public virtual double Begin(double filled) => 0;
}
