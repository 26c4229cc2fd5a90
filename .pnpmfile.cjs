// What is packed and published differs from what is worked on in one thing: the condition that leads to the sources.
module.exports = {
  hooks: {
    beforePacking(manifest) {
      const exports = Object.entries(manifest.exports ?? {}).map(([path, target]) => {
        if (typeof target !== "object" || target === null) return [path, target];
        const { "@watt/source": _, ...published } = target;
        return [path, published];
      });
      return { ...manifest, exports: Object.fromEntries(exports) };
    },
  },
};
