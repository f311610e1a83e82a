namespace Cambrian.Terminal;

/// <summary>How often something happens per second, over the last few seconds.</summary>
internal sealed class SlidingRate
{
    private const int Slots = 10;
    private static readonly TimeSpan SlotLength = TimeSpan.FromMilliseconds(500);
    private readonly int[] _counts = new int[Slots];
    private long _slot;

    /// <summary>Counts one event.</summary>
    /// <param name="now">Time since the start; never goes back.</param>
    public void Count(TimeSpan now)
    {
        MoveTo(now);
        _counts[_slot % Slots]++;
    }

    /// <summary>Events per second at a moment; zero before the first one.</summary>
    public double At(TimeSpan now)
    {
        MoveTo(now);
        var covered = now - (Math.Max(0, _slot - Slots + 1) * SlotLength);
        return _counts.Sum() / Math.Max(0.05, covered.TotalSeconds);
    }

    private void MoveTo(TimeSpan now)
    {
        var slot = (long)(now / SlotLength);
        for (var cleared = Math.Max(_slot + 1, slot - Slots + 1); cleared <= slot; cleared++)
        {
            _counts[cleared % Slots] = 0;
        }

        _slot = Math.Max(_slot, slot);
    }
}
