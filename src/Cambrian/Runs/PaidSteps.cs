using System.Runtime.CompilerServices;
using Cambrian.Core;
using Cambrian.Models.Calls;

namespace Cambrian.Runs;

/// <summary>The steps of a run up to the first that cannot be paid: the end of what may be spent ends the sequence quietly, as the end of its time does.</summary>
internal static class PaidSteps
{
    /// <summary>Follows the steps.</summary>
    /// <param name="steps">A run's.</param>
    /// <param name="ended">Told why, when money or tokens end it.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<Step> FollowAsync(IAsyncEnumerable<Step> steps, Action<string> ended, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var step = steps.GetAsyncEnumerator(cancellation);
        await using (step.ConfigureAwait(false))
        {
            while (await MovesAsync(step, ended).ConfigureAwait(false))
            {
                yield return step.Current;
            }
        }
    }

    private static async Task<bool> MovesAsync(IAsyncEnumerator<Step> step, Action<string> ended)
    {
        try
        {
            return await step.MoveNextAsync().ConfigureAwait(false);
        }
        catch (PurseEmptyException empty)
        {
            ended(empty.Message);
            return false;
        }
    }
}
