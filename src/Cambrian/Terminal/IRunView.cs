using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>Shows a run while it goes on. One caller at a time.</summary>
internal interface IRunView
{
    /// <summary>Shows what happens during a piece of work.</summary>
    /// <param name="progress">Folded from the steps by whoever follows the run.</param>
    /// <param name="follow">The work; it calls the other two methods.</param>
    Task WatchAsync(Progress progress, Func<Task> follow);

    /// <summary>A step was taken into the progress.</summary>
    /// <param name="step">Which one.</param>
    /// <param name="best">Whether it is the best so far and news.</param>
    void Show(Step step, bool best);

    /// <summary>Something a person should know: a model that does not answer, a budget that is nearly used up.</summary>
    void Say(string remark);

    /// <summary>Time has passed.</summary>
    void Tick();
}
