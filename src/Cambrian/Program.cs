using Cambrian.Commands;

return await CommandLine.RunAsync(args, Host.OfThisProcess()).ConfigureAwait(false);
