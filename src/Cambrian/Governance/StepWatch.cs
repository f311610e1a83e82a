using System.Runtime.CompilerServices;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Governance.Tripwires;

namespace Cambrian.Governance;

/// <summary>Follows the steps of a run under oversight: looks for what trips a wire, and ends the sequence when the mandate's processor time is used up.</summary>
internal sealed class StepWatch
{
    private readonly Oversight _oversight;
    private readonly ITripwire[] _wires;
    private readonly string _kernel;
    private TimeSpan _used;

    /// <summary>A watch over one call.</summary>
    /// <param name="oversight">Takes what is found.</param>
    /// <param name="folder">The problem.</param>
    /// <param name="recorded">Steps that were recorded before.</param>
    /// <param name="began">The hash of the engine that the run began with.</param>
    public StepWatch(Oversight oversight, ProblemFolder folder, int recorded, string began)
    {
        _oversight = oversight;
        _kernel = KernelManifest.OfThisProgram();
        double? bound = folder.File.Bound is { } own ? folder.Problem.Orient(own) : null;
        _wires = [new ScoreJumpWire(bound), new EvidenceWire(), new ScopeWire(folder.Seed, recorded), new TimeDropWire()];
        Record(recorded - 1, KernelWire.Look(began, _kernel, sameCall: false));
    }

    /// <summary>The promoted version as the search measured it; null until its step has passed.</summary>
    public Candidate? Promoted { get; private set; }

    /// <summary>Follows the steps.</summary>
    /// <param name="steps">In their order, the recorded ones first.</param>
    /// <param name="cancellation">Stops.</param>
    public async IAsyncEnumerable<Step> FollowAsync(IAsyncEnumerable<Step> steps, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var step in steps.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Look(step);
            yield return step;
            if (_used.TotalSeconds >= _oversight.Mandate?.Budget.CpuSeconds)
            {
                yield break;
            }
        }
    }

    /// <summary>Takes note of a candidate, in case it is the promoted version.</summary>
    public void Note(Candidate? candidate) => Promoted = candidate?.Step == _oversight.Standing.Promoted.Step ? candidate : Promoted;

    /// <summary>Looks whether the engine is still what it was when this call began.</summary>
    public void LookAtKernel(int step) => Record(step, KernelWire.Look(_kernel, KernelManifest.OfThisProgram(), sameCall: true));

    private void Look(Step step)
    {
        foreach (var wire in _wires)
        {
            Record(step.Number, wire.Look(step));
        }

        _used += TimeDropWire.TimeOf(step);
        Note(step.Admitted);
    }

    private void Record(int step, Trip? trip)
    {
        if (trip is not null)
        {
            _oversight.Record(Math.Max(0, step), trip);
        }
    }
}
