/** A stand-in for tesseract's script: reads a word in any PNG, but never comes to an end with one that is 400 high. */
module.exports = async () => {
  let picture
  return {
    FS: {
      writeFile: (_path, bytes) => {
        picture = bytes
      },
      unlink() {},
    },
    wrapPointer: () => ({}),
    getPointer: () => 0,
    getValue: () => 0,
    setValue() {},
    _malloc: () => 0,
    _free() {},
    _pixDestroy() {},
    TessBaseAPI: class {
      Init() {
        return 0
      }
      SetVariable() {}
      SetImageFile() {
        return 0
      }
      GetThresholdedImage() {
        return { w: 1, h: 1, wpl: 1, data: 0 }
      }
      FindLines() {
        return 0
      }
      GetGradient() {
        return 0
      }
      Recognize() {
        while (Buffer.from(picture).readUInt32BE(20) === 400) {}
        return 0
      }
      GetTSVText() {
        return '4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\tsłowo\n'
      }
      Clear() {}
    },
  }
}
