global using Cambrian.Core;
