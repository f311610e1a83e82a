using Cambrian.Models.Calls;
using Cambrian.Store;

namespace Cambrian.Runs;

/// <summary>A run's calls in its database; where it repeats another run, that one's calls.</summary>
/// <param name="own">The run's own.</param>
/// <param name="repeated">The one that is repeated; null where models are asked.</param>
/// <param name="told">Told of every call that is new.</param>
internal sealed class RecordedCalls(RunDatabase own, RunDatabase? repeated, Action<ModelCall> told) : ICallRecord
{
    /// <inheritdoc/>
    /// <exception cref="RunException">It repeats a run that never made this call.</exception>
    public ModelCall? Find(string key)
    {
        // What failed is tried again by a run that goes on, and fails again in one that repeats it.
        if (own.FindCall(key) is { } text && ModelCallText.Read(text) is var call && (call.Answered || repeated is not null))
        {
            return call;
        }

        if (repeated is null)
        {
            return null;
        }

        var recorded = repeated.FindCall(key)
            ?? throw new RunException("The recorded run never asked a model what this one does now, so it cannot be repeated further: the problem, the prompts or Cambrian itself changed since, or more steps were asked for than it has.");
        own.KeepCall(key, recorded);
        return ModelCallText.Read(recorded);
    }

    /// <inheritdoc/>
    public void Keep(ModelCall call)
    {
        own.KeepCall(call.Key, ModelCallText.Write(call));
        told(call);
    }
}
